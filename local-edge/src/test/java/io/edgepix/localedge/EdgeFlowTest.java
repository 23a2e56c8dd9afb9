package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tests the path of a request through the edge, and the events that the functions receive. */
class EdgeFlowTest extends EdgeFixture {
    @Test
    void get_miss_callsViewerThenOrigin() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        viewerFunction = event -> {
            order.add("viewer");
            return request(event).toString();
        };
        originFunction = event -> {
            order.add("origin");
            return response(event).toString();
        };
        put("cat.jpg", "picture");

        HttpResponse<String> miss = get("/cat.jpg");
        HttpResponse<String> hit = get("/cat.jpg");

        assertThat(order).containsExactly("viewer", "origin", "viewer");
        assertThat(miss.body()).isEqualTo("picture").isEqualTo(hit.body());
        assertThat(xCache(miss)).isEqualTo("Miss from edgepix");
        assertThat(xCache(hit)).isEqualTo("Hit from edgepix");
    }

    @Test
    void viewerEvent_hasCloudFrontsShape() throws Exception {
        get("/a%20b/c.jpg?d=200x200&f=webp", "Accept", "image/webp,*/*", "X-Twice", "1");

        JsonObject cf = viewerEvents.getFirst();
        JsonObject request = cf.getAsJsonObject("request");
        assertThat(cf.keySet()).containsExactly("config", "request");
        assertThat(cf.getAsJsonObject("config").keySet())
                .containsExactly("distributionDomainName", "distributionId", "eventType", "requestId");
        assertThat(cf.getAsJsonObject("config").get("eventType").getAsString()).isEqualTo("viewer-request");
        assertThat(request.keySet()).containsExactlyInAnyOrder("clientIp", "headers", "method", "querystring", "uri");
        assertThat(request.get("uri").getAsString()).isEqualTo("/a%20b/c.jpg");
        assertThat(request.get("querystring").getAsString()).isEqualTo("d=200x200&f=webp");
        assertThat(request.getAsJsonObject("headers").get("accept").toString())
                .isEqualToIgnoringCase("[{\"key\":\"Accept\",\"value\":\"image/webp,*/*\"}]");
        assertThat(request.getAsJsonObject("headers").has("host")).isTrue();
    }

    @Test
    void originEvent_hasCloudFrontsShape() throws Exception {
        get("/missing.jpg?d=1");

        JsonObject cf = originEvents.getFirst();
        JsonObject request = cf.getAsJsonObject("request");
        JsonObject s3 = request.getAsJsonObject("origin").getAsJsonObject("s3");
        JsonObject response = cf.getAsJsonObject("response");
        assertThat(cf.getAsJsonObject("config").get("eventType").getAsString()).isEqualTo("origin-response");
        assertThat(request.get("querystring").getAsString()).isEmpty();
        assertThat(request.getAsJsonObject("headers").get("user-agent").toString())
                .contains("\"Amazon CloudFront\"");
        assertThat(s3.keySet())
                .containsExactlyInAnyOrder("customHeaders", "domainName", "path", "authMethod", "region");
        assertThat(s3.get("authMethod").getAsString()).isEqualTo("origin-access-identity");
        assertThat(response.keySet()).containsExactlyInAnyOrder("status", "statusDescription", "headers");
        assertThat(response.get("status").getAsString()).isEqualTo("404");
        assertThat(response.getAsJsonObject("headers").keySet())
                .contains("via", "content-type", "transfer-encoding")
                .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void get_missingKey_is404WithS3sBody() throws Exception {
        HttpResponse<String> response = get("/missing.jpg");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("NoSuchKey");
        assertThat(xCache(response)).isEqualTo("Error from edgepix");
    }

    @Test
    void viewerRewrite_changesKeyAndCacheKey() throws Exception {
        put("200x200/webp/cat.jpg", "small");
        viewerFunction = event -> {
            JsonObject request = request(event);
            request.addProperty("uri", "/200x200/webp/cat.jpg");
            return request.toString();
        };

        HttpResponse<String> first = get("/cat.jpg?d=200x200");
        HttpResponse<String> second = get("/cat.jpg?d=199x199", "Cookie", "a=b", "Accept", "x/y");

        assertThat(first.body()).isEqualTo("small").isEqualTo(second.body());
        assertThat(xCache(second)).isEqualTo("Hit from edgepix");
        assertThat(accessLines)
                .first()
                .asString()
                .contains(" GET /cat.jpg?d=200x200 -> /200x200/webp/cat.jpg 200 Miss from edgepix 5 B ");
    }

    @Test
    void viewerAnswer_isSentWithoutOrigin() throws Exception {
        viewerFunction = event -> "{\"status\":\"400\",\"headers\":{\"cache-control\":[{\"key\":\"Cache-Control\","
                + "\"value\":\"no-store\"}]},\"body\":\"No such size.\"}";

        HttpResponse<String> response = get("/cat.jpg?d=0x0");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("No such size.");
        assertThat(xCache(response)).isEqualTo("LambdaGeneratedResponse from edgepix");
        assertThat(originEvents).isEmpty();
    }

    @Test
    void originAnswer_base64Body_replacesS3s() throws Exception {
        originFunction = editing(response -> {
            response.addProperty("status", "200");
            response.addProperty("body", Base64.getEncoder().encodeToString("made".getBytes(StandardCharsets.UTF_8)));
            response.addProperty("bodyEncoding", "base64");
            return header(response, "content-type", "image/webp");
        });

        HttpResponse<String> response = get("/200x200/webp/cat.jpg");

        assertThat(response.body()).isEqualTo("made");
        assertThat(response.headers().firstValue("content-type")).contains("image/webp");
        assertThat(response.headers().firstValue("content-length")).contains("4");
    }

    @Test
    void originAnswer_noBody_keepsS3sUnderNewHeaders() throws Exception {
        put("cat.jpg", "picture");
        originFunction = editing(response -> header(response, "cache-control", "public, max-age=5"));

        HttpResponse<String> response = get("/cat.jpg");

        assertThat(response.body()).isEqualTo("picture");
        assertThat(response.headers().firstValue("cache-control")).contains("public, max-age=5");
        assertThat(response.headers().firstValue("content-type")).contains("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void otherMethods_areRefusedBeforeAnyFunction(String method) throws Exception {
        HttpResponse<String> response = send(method, "/cat.jpg");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body().lines()).hasSize(1);
        assertThat(viewerEvents).isEmpty();
    }

    @Test
    void options_reachesViewerRequest_andTheBucketRefusesIt() throws Exception {
        HttpResponse<String> response = send("OPTIONS", "/cat.jpg");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(viewerEvents).hasSize(1);
        assertThat(response.body()).contains("CORS is not enabled");
    }

    @Test
    void metadata_passesThrough_butForTheTag() throws Exception {
        bucket.client()
                .putObject(
                        put -> put.bucket(bucket.bucket())
                                .key("cat.jpg")
                                .metadata(Map.of("cache-tag", "cat", "other", "dog")),
                        RequestBody.fromString("x"));

        HttpResponse<String> response = get("/cat.jpg");

        assertThat(response.headers().firstValue("x-amz-meta-other")).contains("dog");
        assertThat(response.headers().firstValue("x-amz-meta-cache-tag")).isEmpty();
        assertThat(response.headers().firstValue("x-amz-request-id")).isPresent();
        assertThat(response.headers().allValues("date")).hasSize(1);
        assertThat(response.headers().firstValue("via")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, image/jpeg", "a.jpeg, image/jpeg", "a.JPG, image/jpeg", "a.png, image/png", "a.webp, image/webp",
        "a.gif, image/gif", "a.tiff, image/tiff", "a.tif, image/tiff", "a.bmp, image/bmp", "a.avif, image/avif"
    })
    void handPutPicture_hasATypeForBrowsers(String key, String type) throws Exception {
        put(key, "x");

        assertThat(get("/" + key).headers().firstValue("content-type")).contains(type);
        assertThat(send("HEAD", "/" + key).headers().firstValue("content-type")).contains(type);
    }
}
