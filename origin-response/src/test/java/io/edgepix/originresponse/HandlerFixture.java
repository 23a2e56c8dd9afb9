package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.FakeRenderer;
import io.edgepix.derivation.MemoryStore;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Runs the handler with a bucket in memory. */
class HandlerFixture {
    static final String PATH = "/200x200/webp/images/cat.jpg";
    static final String KEY = "images/cat.jpg";
    static final byte[] ORIGINAL = {1, 2, 3};
    static final byte[] DERIVATIVE = FakeRenderer.derivative();
    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    final MemoryStore store = new MemoryStore();
    final List<String> log = new ArrayList<>();
    final DerivationLog derivationLog = new DerivationLog(log::add);
    final FakeRenderer renderer = new FakeRenderer();

    /** The time of the handler and of the bucket. */
    Instant now = NOW;

    HandlerFixture() {
        store.originals.put(KEY, ORIGINAL);
        store.clock = () -> now;
    }

    OriginResponseHandler handler(String config) {
        return handler(ConfigReader.read(config), store);
    }

    OriginResponseHandler handler(Config config, Store from) {
        return new OriginResponseHandler(config, bucket -> from, renderer, derivationLog, clock());
    }

    InstantSource clock() {
        return () -> now;
    }

    PutRequest stored(String key) {
        return Objects.requireNonNull(store.derivatives.get(key), key);
    }

    JsonObject get(String path) {
        return invoke(handler("{}"), OriginEvent.missing(path));
    }

    static JsonObject invoke(OriginResponseHandler handler, String event) {
        return JsonParser.parseString(handler.handleJson(event)).getAsJsonObject();
    }

    static void assertError(JsonObject answer, String status) {
        assertError(answer, status, ConfigReader.defaults().caching().of(Integer.parseInt(status)));
    }

    static void assertError(JsonObject answer, String status, String cacheControl) {
        assertThat(status(answer)).isEqualTo(status);
        assertThat(header(answer, "cache-control")).isEqualTo(cacheControl);
        assertThat(header(answer, "content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.get("body").getAsString())
                .endsWith(".\n")
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    static String status(JsonObject answer) {
        return answer.get("status").getAsString();
    }

    static byte[] body(JsonObject answer) {
        return Base64.getDecoder().decode(answer.get("body").getAsString());
    }

    /** Returns the value of a header, or an empty text if there is none. */
    static String header(JsonObject answer, String name) {
        JsonObject headers = answer.getAsJsonObject("headers");
        return headers.has(name)
                ? headers.getAsJsonArray(name)
                        .get(0)
                        .getAsJsonObject()
                        .get("value")
                        .getAsString()
                : "";
    }
}
