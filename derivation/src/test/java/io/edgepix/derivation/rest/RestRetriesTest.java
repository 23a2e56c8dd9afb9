package io.edgepix.derivation.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests errors that can pass, and waits with an end. */
class RestRetriesTest {
    private static final Key KEY = new Key("a.jpg");
    private static final PutRequest PUT =
            new PutRequest(new byte[] {1, 2}, "image/webp", "c", Optional.empty(), "\"o\"", "t", false);

    private final CountDownLatch ended = new CountDownLatch(1);
    private RestFixture s3;

    @BeforeEach
    void start() throws IOException {
        s3 = new RestFixture();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        s3.close();
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError",
        "503, SlowDown",
        "503, ServiceUnavailable",
        "502, ''",
        "429, TooManyRequests",
        "400, RequestTimeout"
    })
    void get_afterAnErrorThatPasses_isRepeated(int status, String code) throws StoreException {
        s3.answers.add(RestFixture.error(status, code));

        assertThat(s3.store().get(KEY, 100).bytes()).asString(US_ASCII).isEqualTo("picture");
        assertThat(s3.requests).hasSize(2);
    }

    @Test
    void put_afterAnErrorThatPasses_isSentAgainWhole() throws StoreException {
        s3.answers.add(RestFixture.error(503, "SlowDown"));

        assertThat(s3.store().put(KEY, PUT).etag()).isEqualTo("\"e\"");
        assertThat(s3.requests).extracting(RestFixture.Request::line).containsOnly("PUT /pictures/a.jpg");
        assertThat(s3.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied",
        "403, InvalidAccessKeyId",
        "403, RequestTimeTooSkewed",
        "400, ExpiredToken",
        "400, InvalidRequest",
        "404, NoSuchBucket",
        "412, PreconditionFailed",
        "501, NotImplemented"
    })
    void get_afterAnErrorThatStays_isNotRepeated(int status, String code) {
        s3.answers.add(RestFixture.error(status, code));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> s3.store().get(KEY, 100))
                .withStackTraceContaining(
                        "S3 responded with status " + status + " " + code + ": Words of S3.; request ID the-request");
        assertThat(s3.requests).hasSize(1);
    }

    @Test
    void get_afterFourErrors_isAFailure() {
        for (int i = 0; i < 9; i++) {
            s3.answers.add(RestFixture.error(500, "InternalError"));
        }

        assertFailed(() -> s3.store().get(KEY, 100));
        assertThat(s3.requests).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void request_onAConnectionThatCloses_isRepeated(boolean isPut) throws StoreException {
        s3.answers.add(HttpExchange::close);
        s3.answers.add(HttpExchange::close);

        String etag = isPut
                ? s3.store().put(KEY, PUT).etag()
                : s3.store().get(KEY, 100).etag();

        assertThat(etag).isEqualTo("\"e\"");
        assertThat(s3.requests).hasSize(3);
    }

    @Test
    void get_ofABodyThatEndsEarly_isRepeated() throws StoreException {
        s3.answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write("pic".getBytes(US_ASCII));
            exchange.getResponseBody().flush();
        });

        assertThat(s3.store().get(KEY, 100).bytes()).asString(US_ASCII).isEqualTo("picture");
        assertThat(s3.requests).hasSize(2);
    }

    @Test
    void get_fromASilentServer_endsAfterTheTimeout() {
        s3.answers.add(exchange -> await());

        assertFailed(() -> s3.store(timeouts(300, 9_000, 9_000), 1).get(KEY, 100))
                .havingCause()
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void get_ofABodyThatTrickles_endsAfterTheTimeoutOfAnAttempt() {
        s3.answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            for (int i = 0; i < 100 && !await(20); i++) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            }
        });

        assertFailed(() -> s3.store(timeouts(5_000, 100, 9_000), 1).get(KEY, 100))
                .withMessageMatching("expected 100 bytes from S3 in time, got \\d+");
    }

    @Test
    void get_afterTheTimeOfTheCall_isNotRepeated() {
        s3.answers.add(RestFixture.error(500, "InternalError"));

        assertFailed(() -> s3.store(timeouts(5_000, 5_000, 0), 4).get(KEY, 100));
        assertThat(s3.requests).hasSize(1);
    }

    private static RestTimeouts timeouts(int socket, int attempt, int call) {
        return new RestTimeouts(
                Duration.ofSeconds(2), Duration.ofMillis(socket), Duration.ofMillis(attempt), Duration.ofMillis(call));
    }

    private void await() {
        await(60_000);
    }

    /** Waits until the test is over or the given time has passed. */
    private boolean await(int millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<StoreException> assertFailed(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .matches(e -> e.reason() == StoreException.Reason.FAILED);
    }
}
