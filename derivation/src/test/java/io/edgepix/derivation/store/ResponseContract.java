package io.edgepix.derivation.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests requests for a part of an object, and requests on condition, with a server that answers as S3 does. */
public abstract class ResponseContract {
    private static final Key KEY = new Key("200x200/webp/å.jpg");

    private final List<String> conditions = new ArrayList<>();
    private HttpServer server;
    private Store store;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        store = stores(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .of(new Bucket("pictures", "us-east-1", ""));
    }

    /** Returns the buckets of a server. */
    protected abstract Stores stores(URI server);

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestHeaders();
        conditions.add(asked.getFirst("Range") + " " + asked.getFirst("If-None-Match"));
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"e\"");
        headers.set("Last-Modified", "Sat, 21 Nov 2026 18:20:35 GMT");
        headers.set("Cache-Control", "public, max-age=5");
        headers.set("Content-Type", "image/webp");
        headers.set("x-amz-meta-vary", "Accept");
        headers.set("x-amz-request-id", "1");
        byte[] body = status >= 400 || status == 304 ? new byte[0] : "picture".getBytes(US_ASCII);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void start_ofAnObject_asksForItsFirstBytes() throws StoreException {
        status = 206;

        assertThat(store.start(KEY, 100)).hasValue("picture".getBytes(US_ASCII));
        assertThat(conditions).containsExactly("bytes=0-99 null");
    }

    @Test
    void start_ofNoObject_isEmpty() throws StoreException {
        status = 404;

        assertThat(store.start(KEY, 100)).isEmpty();
    }

    @Test
    void respond_withAnObject_hasTheHeadersOfACache() throws StoreException {
        StoredResponse response = store.respond(KEY, Optional.empty()).orElseThrow();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.bytes()).asString(US_ASCII).isEqualTo("picture");
        assertThat(response.headers())
                .containsKey("date")
                .containsAllEntriesOf(Map.of(
                        "cache-control", "public, max-age=5",
                        "content-type", "image/webp",
                        "etag", "\"e\"",
                        "last-modified", "Sat, 21 Nov 2026 18:20:35 GMT",
                        "x-amz-meta-vary", "Accept"))
                .hasSize(6);
        assertThat(conditions).containsExactly("null null");
    }

    @Test
    void respond_withAnEtagThatMatches_hasNoBytes() throws StoreException {
        status = 304;

        StoredResponse response = store.respond(KEY, Optional.of("\"e\"")).orElseThrow();

        assertThat(response.status()).isEqualTo(304);
        assertThat(response.bytes()).isEmpty();
        assertThat(response.headers()).containsEntry("etag", "\"e\"").containsKey("last-modified");
        assertThat(conditions).containsExactly("null \"e\"");
    }

    @Test
    void respond_withoutAnObject_isEmptyOrFails() throws StoreException {
        status = 404;
        assertThat(store.respond(KEY, Optional.empty())).isEmpty();

        status = 403;
        assertThat(catchThrowableOfType(StoreException.class, () -> store.respond(KEY, Optional.empty()))
                        .reason())
                .isEqualTo(StoreException.Reason.FAILED);
    }
}
