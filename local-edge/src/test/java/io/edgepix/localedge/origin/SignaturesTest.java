package io.edgepix.localedge.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a function URL accepts the signatures of CloudFront, and no others. */
class SignaturesTest {
    private static final String REGION = "us-east-1";
    private static final String HOST = "abc.lambda-url.us-east-1.on.aws";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T09:30:00Z"));
    private final Signatures signatures = new Signatures(now::get);

    private static UrlRequest request(String path, String query) {
        Headers headers = new Headers()
                .add("Host", HOST)
                .add("User-Agent", "Amazon CloudFront")
                .add("If-None-Match", "\"1\"");
        return new UrlRequest("GET", HOST, path, query, headers);
    }

    private UrlRequest signed() {
        return signatures.sign(request("/200x/webp/cat.jpg", "a=1"), REGION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/200x/webp/cat.jpg",
                "/200x/webp/a%20%ED%95%9C(1)+%25.jpg",
                "/200x/webp/a//b.jpg",
                "/200x/webp/../cat.jpg",
                "/%2e%2e/x",
                "/"
            })
    void aRequest_thatCloudFrontSigned_isAccepted(String path) {
        UrlRequest signed = signatures.sign(request(path, ""), REGION);

        assertThat(signatures.refusal(signed, REGION)).isEmpty();
        assertThat(signed.headers().get("authorization").orElse(""))
                .startsWith("AWS4-HMAC-SHA256 Credential=LOCALCLOUDFRONT/20261201/us-east-1/lambda/aws4_request, ")
                .contains("host", "if-none-match", "x-amz-date");
        assertThat(signed.path()).isEqualTo(path);
    }

    static Stream<UnaryOperator<UrlRequest>> changes() {
        return Stream.of(
                signed -> new UrlRequest("HEAD", HOST, signed.path(), signed.query(), signed.headers()),
                signed -> new UrlRequest("GET", HOST, "/400x/webp/cat.jpg", signed.query(), signed.headers()),
                signed -> new UrlRequest("GET", HOST, signed.path(), "a=2", signed.headers()),
                signed -> signed.with(signed.headers().copy().set("If-None-Match", "\"2\"")),
                signed -> signed.with(signed.headers().copy().remove("if-none-match")),
                signed -> signed.with(signed.headers().copy().set("X-Amz-Date", "20261201T093001Z")),
                signed -> signed.with(signed.headers().copy().remove("x-amz-date")),
                signed -> signed.with(signed.headers().copy().set("X-Amz-Date", "now")),
                signed -> signed.with(signed.headers().copy().set("Authorization", "AWS4-HMAC-SHA256 x")),
                signed -> signed.with(signed.headers().copy().remove("authorization")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRequest_thatWasChangedAfterwards_isRefused(UnaryOperator<UrlRequest> change) {
        assertThat(signatures.refusal(change.apply(signed()), REGION)).isNotEmpty();
    }

    @Test
    void aSignature_forAnotherRegion_orOfAnotherKey_isRefused() {
        assertThat(signatures.refusal(signed(), "eu-west-1")).isNotEmpty();
        assertThat(new Signatures(now::get).refusal(signed(), REGION)).isNotEmpty();
    }

    @Test
    void aSignature_isAcceptedForFiveMinutes() {
        UrlRequest signed = signed();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        assertThat(signatures.refusal(signed, REGION)).isEmpty();

        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(signatures.refusal(signed, REGION)).isNotEmpty();
    }
}
