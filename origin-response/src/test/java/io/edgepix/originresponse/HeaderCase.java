package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A case of the tables that the tests of the launcher read too: a response and its headers after the change. */
record HeaderCase(JsonObject json) {
    /** Reads a table among the test resources. */
    static JsonElement table(String name) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(HeaderCase.class.getResourceAsStream("/" + name)), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<HeaderCase> all(JsonElement array) {
        return array.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(HeaderCase::new);
    }

    /** Returns the values of all headers by their names. */
    static Map<String, List<String>> values(EdgeResponse response) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        response.getHeaders()
                .forEach((name, list) -> values.put(
                        name,
                        list.stream().map(CloudFrontEvent.Header::getValue).toList()));
        return values;
    }

    String uri() {
        return json.get("uri").getAsString();
    }

    Config config() {
        JsonElement config = json.get("config");
        return config == null ? ConfigReader.defaults() : ConfigReader.read(config.toString());
    }

    EdgeResponse response() {
        EdgeResponse response = new EdgeResponse();
        response.setStatus(json.has("status") ? json.get("status").getAsString() : "200");
        response.setHeaders(new LinkedHashMap<>());
        json.getAsJsonObject("headers")
                .asMap()
                .forEach((name, values) -> response.getHeaders()
                        .put(
                                name,
                                strings(values).stream()
                                        .map(value -> Headers.of(name, value).getFirst())
                                        .toList()));
        return response;
    }

    /** Returns the values of all headers after the change. */
    Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        json.getAsJsonObject("headers").asMap().forEach((name, values) -> expected.put(name, strings(values)));
        json.getAsJsonObject("changed").asMap().forEach((name, values) -> {
            if (values.isJsonNull()) {
                expected.remove(name);
            } else {
                expected.put(name, strings(values));
            }
        });
        return expected;
    }

    private static List<String> strings(JsonElement values) {
        return values.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    @Override
    public String toString() {
        return json.get("case").getAsString();
    }
}
