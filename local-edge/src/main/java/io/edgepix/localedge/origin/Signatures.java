package io.edgepix.localedge.origin;

import io.edgepix.localedge.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests to function URLs as an origin access control does, and checks signatures as Lambda does: version 4 for
 * the service {@code lambda}.
 */
final class Signatures {
    private static final String SERVICE = "lambda";
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 .*SignedHeaders=([^,]+),.*");

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity credentials =
            AwsCredentialsIdentity.create("LOCALCLOUDFRONT", HexFormat.of().formatHex(random()));
    private final InstantSource clock;

    Signatures(InstantSource clock) {
        this.clock = clock;
    }

    private static byte[] random() {
        byte[] noise = new byte[20];
        new SecureRandom().nextBytes(noise);
        return noise;
    }

    /** Returns a request with a signature. */
    UrlRequest sign(UrlRequest request, String region) {
        return request.with(signed(request, request.headers(), region, clock.instant()));
    }

    private Headers signed(UrlRequest request, Headers headers, String region, Instant time) {
        SdkHttpFullRequest.Builder unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol("https")
                .host(request.host())
                .encodedPath(request.path());
        request.parameters().forEach(unsigned::putRawQueryParameter);
        for (Headers.Field field : headers.fields()) {
            unsigned.putHeader(field.name(), headers.get(field.name()).orElseThrow());
        }
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials)
                        .request(unsigned.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
                .request();
        Headers all = new Headers();
        for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
            all.add(header.getKey(), String.join(",", header.getValue()));
        }
        return all;
    }

    /** Returns why the signature of a request is refused; empty if it is right. */
    Optional<String> refusal(UrlRequest request, String region) {
        Optional<String> authorization = request.headers().get("authorization");
        Optional<Instant> time = request.headers().get("x-amz-date").flatMap(Signatures::parse);
        if (authorization.isEmpty() || time.isEmpty()) {
            return Optional.of("has no signature");
        }
        if (Duration.between(time.get(), clock.instant()).abs().compareTo(MAX_SKEW) > 0) {
            return Optional.of("has a signature of another time");
        }
        Matcher parts = AUTHORIZATION.matcher(authorization.get());
        if (!parts.matches()) {
            return Optional.of("has a malformed signature");
        }
        Headers covered = new Headers();
        for (String name : parts.group(1).split(";", -1)) {
            request.headers().get(name).ifPresent(value -> covered.add(name, value));
        }
        String expected = signed(request, covered, region, time.get())
                .get("authorization")
                .orElse("");
        return MessageDigest.isEqual(bytes(expected), bytes(authorization.get()))
                ? Optional.empty()
                : Optional.of("has a wrong signature");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Instant> parse(String time) {
        try {
            return Optional.of(TIME.parse(time, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
