package io.edgepix.derivation.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests a client with a server that answers with the errors of S3. */
public abstract class StoreContract {
    private interface Attempt {
        void run() throws StoreException;
    }

    private HttpServer server;
    private Stores stores;
    private final List<String> requests = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private int status = 200;
    private byte[] body = "original".getBytes(UTF_8);
    private long announced = 8;
    private @Nullable String originalEtag;
    private String lastModified = "Sat, 21 Nov 2026 18:20:35 GMT";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        stores = stores(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Returns the buckets of a server. Requests are not repeated. */
    protected abstract Stores stores(URI server);

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void get_anOriginal_hasItsBytesAndEtag() throws StoreException {
        StoredOriginal original = store().get(new Key("a b/å+%2F(1).jpg"), 100);

        assertThat(original.bytes()).isEqualTo(body);
        assertThat(original.etag()).isEqualTo("\"the-etag\"");
        assertThat(requests).singleElement().asString().startsWith("GET /pictures/a%20b/%C3%A5%2B%252F%281%29.jpg ");
    }

    @Test
    void get_anOriginalWithADate_leavesTheDateUnparsed() throws StoreException {
        lastModified = "no date at all";

        assertThat(store().get(new Key("a"), 100).bytes()).isEqualTo(body);
    }

    @Test
    void get_tooManyBytes_isRefusedByTheAnnouncedLength() {
        announced = 5_000_000_000L;

        assertReason(StoreException.Reason.TOO_LARGE, () -> store().get(new Key("a"), 100));
    }

    @Test
    void get_fewerBytesThanAnnounced_isAFailure() {
        announced = 50;

        assertReason(StoreException.Reason.FAILED, () -> store().get(new Key("a"), 100));
    }

    @ParameterizedTest
    @CsvSource({"404, MISSING", "403, FAILED", "500, FAILED", "503, FAILED"})
    void get_anErrorOfS3_hasItsReason(int s3Status, StoreException.Reason reason) {
        status = s3Status;

        assertReason(reason, () -> store().get(new Key("a"), 100));
    }

    @Test
    void get_withoutAServer_isAFailure() {
        server.stop(0);

        assertReason(StoreException.Reason.FAILED, () -> store().get(new Key("a"), 100));
    }

    @Test
    void put_aDerivative_carriesItsHeaders() throws StoreException {
        Validators kept = store().put(
                        new Key("200x200/webp/å.jpg"),
                        new PutRequest(
                                new byte[] {1},
                                "image/webp",
                                "public, max-age=5",
                                Optional.empty(),
                                "\"o\"",
                                "%C3%A5.jpg",
                                false));

        assertThat(kept.etag()).isEqualTo("\"the-etag\"");
        assertThat(kept.lastModified().orElseThrow())
                .as("the server's date")
                .endsWith(" GMT")
                .isNotEqualTo(lastModified);
        assertThat(requests)
                .singleElement()
                .asString()
                .startsWith("PUT /pictures/200x200/webp/%C3%A5.jpg ")
                .contains(
                        "type=image/webp cache=public, max-age=5 original=\"o\" tag=%C3%A5.jpg vary=null tagging=null");
    }

    @Test
    void put_aDerivative_isSentUnchangedAndNotInChunks() throws StoreException {
        byte[] picture = {1, 2, 3};

        store().put(new Key("a"), new PutRequest(picture, "image/webp", "c", Optional.empty(), "\"o\"", "t", false));

        assertThat(bodies).containsExactly(picture);
    }

    @Test
    void put_aDerivativeThatVaries_storesItsVary() throws StoreException {
        store().put(
                        new Key("a"),
                        new PutRequest(new byte[1], "image/webp", "c", Optional.of("Accept"), "\"o\"", "t", false));

        assertThat(requests).singleElement().asString().contains(" vary=Accept ");
    }

    @Test
    void find_aDerivativeOfThatOriginal_hasItsBytesAndDate() throws StoreException {
        originalEtag = "\"o\"";

        StoredDerivative found = store().find(new Key("a"), "\"o\"").orElseThrow();

        assertThat(found.bytes()).isEqualTo(body);
        assertThat(found.validators()).isEqualTo(new Validators("\"the-etag\"", Optional.of(lastModified)));
    }

    @Test
    void find_aDerivativeOfAnotherOriginalOrNone_isEmpty() throws StoreException {
        originalEtag = "\"other\"";
        assertThat(store().find(new Key("a"), "\"o\"")).isEmpty();
        originalEtag = null;
        assertThat(store().find(new Key("a"), "\"o\"")).isEmpty();
        status = 404;
        assertThat(store().find(new Key("a"), "\"o\"")).isEmpty();
    }

    @Test
    void etag_ofAnObject_isReadWithoutItsBytes() throws StoreException {
        assertThat(store().etag(new Key("å"))).contains("\"the-etag\"");
        assertThat(requests).singleElement().asString().startsWith("HEAD /pictures/%C3%A5 ");
    }

    @Test
    void head_ofAnObject_hasItsDate() throws StoreException {
        assertThat(store().head(new Key("a")).flatMap(ObjectHead::lastModified)).contains(lastModified);
    }

    @Test
    void etag_ofNothing_isEmpty() throws StoreException {
        status = 404;

        assertThat(store().etag(new Key("a"))).isEmpty();
    }

    @Test
    void putEmpty_aKey_sendsNoBytes() throws StoreException {
        store().putEmpty(new Key(".edgepix/requests/200x/avif/å.jpg"));

        assertThat(requests)
                .singleElement()
                .asString()
                .startsWith("PUT /pictures/.edgepix/requests/200x/avif/%C3%A5.jpg type=application/octet-stream");
        assertThat(bodies).singleElement().isEqualTo(new byte[0]);
    }

    @Test
    void delete_aKey_isSent() throws StoreException {
        status = 204;

        store().delete(new Key("å"));

        assertThat(requests).singleElement().asString().startsWith("DELETE /pictures/%C3%A5 ");
    }

    @Test
    void anything_refused_isAFailure() {
        status = 403;

        assertReason(StoreException.Reason.FAILED, () -> store().etag(new Key("a")));
        assertReason(StoreException.Reason.FAILED, () -> store().find(new Key("a"), "\"o\""));
        assertReason(StoreException.Reason.FAILED, () -> store().delete(new Key("a")));
    }

    @Test
    void put_aDerivativeThatExpires_isTaggedForTheLifecycleRule() throws StoreException {
        store().put(new Key("a"), new PutRequest(new byte[1], "image/webp", "c", Optional.empty(), "\"o\"", "t", true));

        assertThat(requests).singleElement().asString().endsWith(" tagging=edgepix=derivative");
    }

    @Test
    void put_refused_isAFailure() {
        status = 403;

        assertReason(
                StoreException.Reason.FAILED,
                () -> store().put(
                                new Key("a"),
                                new PutRequest(new byte[1], "image/webp", "c", Optional.empty(), "\"o\"", "t", false)));
    }

    @Test
    void of_aBucketWithAPrefix_putsItBeforeTheKey() throws StoreException {
        stores.of(new Bucket("pictures", "us-east-1", "site/")).get(new Key("a.jpg"), 100);

        assertThat(requests.getFirst()).startsWith("GET /pictures/site/a.jpg ");
    }

    private Store store() {
        return stores.of(new Bucket("pictures", "us-east-1", ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        requests.add(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getRawPath() + " type="
                + headers.getFirst("Content-Type") + " cache=" + headers.getFirst("Cache-Control") + " original="
                + headers.getFirst("x-amz-meta-original-etag") + " tag=" + headers.getFirst("x-amz-meta-cache-tag")
                + " vary=" + headers.getFirst("x-amz-meta-vary") + " tagging=" + headers.getFirst("x-amz-tagging"));
        bodies.add(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().set("ETag", "\"the-etag\"");
        exchange.getResponseHeaders().set("Last-Modified", lastModified);
        if (originalEtag != null) {
            exchange.getResponseHeaders().set("x-amz-meta-original-etag", originalEtag);
        }
        if (!exchange.getRequestMethod().equals("GET") || status != 200) {

            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(200, announced);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private static void assertReason(StoreException.Reason reason, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.reason())
                                .as("%s < %s", e, e.getCause())
                                .isEqualTo(reason));
    }
}
