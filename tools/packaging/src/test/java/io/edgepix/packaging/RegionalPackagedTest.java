package io.edgepix.packaging;

import static io.edgepix.packaging.RegionalFixture.ask;
import static io.edgepix.packaging.RegionalFixture.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import io.edgepix.packaging.RegionalFixture.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged regional function in AWS's own runtime interface client. */
@Timeout(300)
class RegionalPackagedTest {
    private static final String PATH = "/200x200/webp/images/cat.jpg";

    @TempDir
    static Path scratch;

    private static RegionalFixture fixture;

    @BeforeAll
    static void open() throws IOException {
        fixture = RegionalFixture.open(scratch);
        fixture.uploadNoise("images/cat.jpg", 600);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static ManagedRuntime first(Map<String, String> variables) throws Exception {
        ManagedRuntime function = fixture.start(false, variables);
        function.await("invocation/next", function.started());
        return function;
    }

    @Test
    void aRequest_getsTheDerivativeOrAnErrorThatIsNeverA200() throws Exception {
        try (ManagedRuntime function = first(Map.of())) {
            Response picture = get(function, PATH);
            assertThat(picture.status()).isEqualTo(200);
            assertThat(new String(picture.body(), 8, 4, UTF_8)).isEqualTo("WEBP");
            assertThat(picture.header("content-type")).isEqualTo("image/webp");
            assertThat(picture.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(picture.header("vary")).isEqualTo("Accept, User-Agent");
            assertThat(picture.header("x-amz-meta-cache-tag")).isEqualTo("images/cat.jpg");
            assertThat(picture.header("etag")).isNotEmpty();
            assertThat(fixture.has(PATH.substring(1))).isTrue();

            Response head = ask(function, "HEAD", "/200x200/png/images/cat.jpg", Map.of());
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("content-type")).isEqualTo("image/png");
            assertThat(head.body()).isEmpty();

            assertThat(get(function, "/201x200/webp/images/cat.jpg").status()).isEqualTo(400);
            assertThat(get(function, "/200x200/webp/images/none.jpg").status()).isEqualTo(404);
            assertThat(get(function, "/images/none.jpg").status()).isEqualTo(404);
            assertThat(get(function, "/images/cat.jpg").status()).isEqualTo(503);
            assertThat(ask(function, "POST", PATH, Map.of()).status()).isEqualTo(405);
            assertThat(function.invoke("{}").kind()).isEqualTo("error");
            assertThat(get(function, "/200x200/jpeg/images/cat.jpg").status()).isEqualTo(200);
        }
    }

    @Test
    void aRequest_ofAnyKey_findsItWhetherItsPathIsDecodedOrNot() throws Exception {
        try (ManagedRuntime function = first(Map.of("EDGEPIX_LOOKS_IN_S3", "true"))) {
            for (String key : List.of("a b/å (1).png", "ネコ.png", "1+1.png", "100% 고양이.png")) {
                fixture.uploadNoise(key, 8);
                String path = "/100x100/webp/" + key;
                String encoded = new Key(path.substring(1)).path();

                assertThat(get(function, encoded).status()).as(encoded).isEqualTo(200);
                assertThat(get(function, path).status()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void aStoredDerivative_isRevalidated() throws Exception {
        try (ManagedRuntime function = first(Map.of("EDGEPIX_LOOKS_IN_S3", "true"))) {
            Response rendered = get(function, "/300x300/webp/images/cat.jpg");
            Response stored = get(function, "/300x300/webp/images/cat.jpg");
            Response same = ask(
                    function, "GET", "/300x300/webp/images/cat.jpg", Map.of("if-none-match", stored.header("etag")));

            assertThat(stored.status()).isEqualTo(200);
            assertThat(stored.body()).isEqualTo(rendered.body());
            assertThat(stored.header("vary")).isEqualTo("Accept, User-Agent");
            assertThat(stored.header("cache-control")).isEqualTo("public, max-age=60");
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(same.header("etag")).isEqualTo(stored.header("etag"));
            assertThat(same.header("content-type")).isEqualTo("image/webp");
        }
    }

    @Test
    void aPictureOfThreeMegabytes_isAnswered_andOneOfSixIsRedirectedTo() throws Exception {
        fixture.uploadNoise("noise.png", 1440);
        try (ManagedRuntime function = first(Map.of())) {
            Response three = get(function, "/1000x1000/png/noise.png");
            Response six = get(function, "/1440x1440/png/noise.png");

            assertThat(three.status()).isEqualTo(200);
            assertThat(three.body()).hasSizeBetween(2_500_000, 4_500_000);
            assertThat(six.status()).isEqualTo(302);
            assertThat(six.header("location")).isEqualTo("/~stored/1440x1440/png/noise.png");
            assertThat(six.header("cache-control")).isEqualTo("no-store");
            assertThat(fixture.has("1440x1440/png/noise.png")).isTrue();
            assertThat(fixture.has("~stored/1440x1440/png/noise.png")).isTrue();
        }
    }

    @Test
    void anOriginalOf120Megapixels_isRenderedByTheLargerFunction() throws Exception {
        fixture.uploadGrey("huge.jpg", 12_000, 10_000);
        String path = "/800x800/webp/huge.jpg";
        String big;
        try (ManagedRuntime function = first(Map.of("EDGEPIX_HAS_BIG", "true"))) {
            Response redirected = get(function, path);
            big = redirected.header("location");
            assertThat(redirected.status()).isEqualTo(302);
            assertThat(redirected.header("cache-control")).isEqualTo("no-store");
            assertThat(big).isEqualTo("/~big" + path);
            assertThat(fixture.has(path.substring(1))).isFalse();
        }
        try (ManagedRuntime function = first(Map.of("EDGEPIX_ROLE", "big"))) {
            Response rendered = get(function, big);
            assertThat(rendered.status()).isEqualTo(200);
            assertThat(rendered.header("content-type")).isEqualTo("image/webp");
            assertThat(fixture.has(path.substring(1))).isTrue();

            Response again = get(function, big);
            assertThat(again.body()).isEqualTo(rendered.body());
            assertThat(again.header("cache-control")).as("from S3").isEqualTo("public, max-age=60");
        }
    }
}
