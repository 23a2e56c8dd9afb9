package io.edgepix.packaging;

import static io.edgepix.packaging.RegionalFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged regional function as for a snapshot of SnapStart, and lets it continue as after one. */
@Timeout(300)
class RegionalSnapStartPackagedTest {
    /** Less than the 5 s after which Java closes idle connections by itself. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    @TempDir
    static Path scratch;

    @Test
    void aSnapshot_isPrimedAndTakesNewConnectionsAndCredentials() throws Exception {
        try (RegionalFixture fixture = RegionalFixture.open(scratch);
                ConnectionCount s3 = ConnectionCount.to(fixture.bucket().endpoint());
                CredentialsEndpoint credentials = CredentialsEndpoint.start("OLD", "old");
                ManagedRuntime function = start(fixture, s3, credentials)) {
            fixture.uploadNoise("cat.jpg", 600);
            function.await("restore/next", function.started());
            assertThat(function.log())
                    .contains("edgepix: priming: S3 answered with status 403")
                    .containsPattern("edgepix: primed in \\d+ ms")
                    .doesNotContain("cannot render");
            assertThat(s3.accepted()).isPositive();
            assertThat(s3.isClosedWithin(CLOSING)).isTrue();

            credentials.replace(fixture.bucket().accessKey(), fixture.bucket().secretKey());
            function.api().restore();
            function.await("invocation/next", function.started());

            assertThat(get(function, "/200x200/webp/cat.jpg").status()).isEqualTo(200);
            assertThat(function.peakMegabytes()).isLessThan(512);
        }
    }

    private static ManagedRuntime start(RegionalFixture fixture, ConnectionCount s3, CredentialsEndpoint credentials)
            throws Exception {
        return fixture.start(true, s3.uri(), Map.copyOf(credentials.environment()));
    }
}
