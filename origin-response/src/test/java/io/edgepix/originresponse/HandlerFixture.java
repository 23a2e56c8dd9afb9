package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The handler over a bucket in memory, with a renderer that does as it is told. */
class HandlerFixture {
    static final String PATH = "/200x200/webp/images/cat.jpg";
    static final String KEY = "images/cat.jpg";
    static final byte[] ORIGINAL = {1, 2, 3};
    static final byte[] DERIVATIVE = {4, 5};
    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    final MemoryStore store = new MemoryStore();
    final List<String> log = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();
    final Journal journal = new Journal(log::add);
    final List<RenderRequest> rendered = new ArrayList<>();

    /** Of every original, in pixels. */
    Upright size = new Upright(6000, 4500);

    /** By how much the clock goes on each time somebody looks at it. */
    long tickNanos;

    private long nanos;

    Rendering rendering = (original, request) -> DERIVATIVE;

    interface Rendering {
        byte[] render(byte[] original, RenderRequest request) throws UnrenderableException;
    }

    HandlerFixture() {
        store.originals.put(KEY, ORIGINAL);
    }

    OriginResponseHandler handler(String config) {
        return handler(Config.parse(config), store);
    }

    OriginResponseHandler handler(Config config, Store from) {
        return new OriginResponseHandler(
                config, origin -> from, new Told(), journal, InstantSource.fixed(NOW), () -> nanos += tickNanos);
    }

    private final class Told implements Renderer {
        @Override
        public Set<Format> writes() {
            return Set.of(Format.WEBP, Format.JPEG, Format.PNG);
        }

        @Override
        public Upright measure(byte[] original) {
            return size;
        }

        @Override
        public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<Notice> notices)
                throws UnrenderableException {
            leftOut.forEach(text -> notices.accept(Notice.leftOut(text)));
            rendered.add(requests.getFirst());
            return List.of(rendering.render(original, requests.getFirst()));
        }
    }

    Stored stored(String key) {
        return Objects.requireNonNull(store.derivatives.get(key), key);
    }

    JsonObject get(String path) {
        return invoke(handler("{}"), OriginEvent.missing(path));
    }

    static JsonObject invoke(OriginResponseHandler handler, String event) {
        return JsonParser.parseString(handler.handleJson(event)).getAsJsonObject();
    }

    static void assertError(JsonObject answer, String status) {
        assertError(answer, status, Config.defaults().caching().of(Integer.parseInt(status)));
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

    /** The value of a header; empty where there is none. */
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
