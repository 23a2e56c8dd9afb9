package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.MissEvent;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sends both packaged handlers paths that name no object, for which S3 would list the bucket. */
@Timeout(120)
class ListingPackagedTest {
    private static final List<String> SPELLINGS = List.of(
            "/",
            "//",
            "///",
            "/.",
            "/./",
            "/..",
            "/../",
            "/%2F",
            "/%2f%2F",
            "/%2e",
            "/%2E%2e/",
            "/..%2F",
            "//..//",
            "/a/..",
            "/%00",
            "/%FF",
            "/%");

    @Test
    void viewerRequest_everySpelling_isA400() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.viewerRequest(), null);
                NodeProcess node = NodeProcess.start(unpacked.path(), "index.js", Map.of(), line -> {})) {
            for (String uri : SPELLINGS) {
                for (String method : List.of("GET", "HEAD")) {
                    JsonObject result = result(node, MissEvent.of(method, uri, "pictures", "us-east-1"));

                    assertThat(result.has("status")).as(uri).isTrue();
                    assertThat(result.get("status").getAsString()).as(uri).isEqualTo("400");
                }
            }
        }
    }

    /** The Java process has no bucket, and does not need one for these requests. */
    @Test
    void originResponse_aListing_isA400WhateverTheSpelling() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null);
                NodeProcess node = NodeProcess.start(unpacked.path(), "index.mjs", Map.of(), line -> {})) {
            for (String uri : SPELLINGS) {
                for (String method : List.of("GET", "HEAD")) {
                    String listing = MissEvent.of(method, uri, "pictures", "us-east-1")
                            .replace("\"404\"", "\"200\"")
                            .replace("Not Found", "OK");

                    assertThat(result(node, listing).get("status").getAsString())
                            .as(uri)
                            .isEqualTo("400");
                }
            }
        }
    }

    private static JsonObject result(NodeProcess node, String event) throws IOException {
        return node.answer(event).getAsJsonObject("result");
    }
}
