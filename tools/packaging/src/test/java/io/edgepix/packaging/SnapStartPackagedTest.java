package io.edgepix.packaging;

import static io.edgepix.packaging.FunctionFixture.batch;
import static io.edgepix.packaging.FunctionFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the packaged function as for a snapshot of SnapStart, and lets it continue as after one. The process itself is
 * not stored, as only AWS can do that.
 */
@Timeout(300)
class SnapStartPackagedTest {
    /** Less than the 5 s after which Java closes idle connections by itself. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    @TempDir
    static Path scratch;

    private static FunctionFixture fixture;

    @BeforeAll
    static void open() throws IOException {
        fixture = FunctionFixture.open(scratch);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aSnapshot_hasNoOpenConnectionsAndRendersTheFirstBatch() throws Exception {
        fixture.upload("first.jpg");
        fixture.uploadBroken("bad.jpg");
        try (ConnectionCount s3 = ConnectionCount.to(fixture.bucket().endpoint());
                ConnectionCount sqs = ConnectionCount.to(fixture.queue().uri());
                CredentialsEndpoint credentials = CredentialsEndpoint.start(
                        fixture.bucket().accessKey(), fixture.bucket().secretKey());
                ManagedRuntime function = fixture.start(true, s3.uri(), sqs.uri(), credentials.environment())) {
            function.await("restore/next", function.started());
            assertThat(function.log())
                    .containsPattern("edgepix: primed in \\d+ ms")
                    .doesNotContain("cannot render");
            assertThat(s3.accepted()).isPositive();
            assertThat(sqs.accepted()).isPositive();
            assertThat(s3.isClosedWithin(CLOSING)).isTrue();
            assertThat(sqs.isClosedWithin(CLOSING)).isTrue();

            function.api().restore();
            function.await("invocation/next", function.started());
            RuntimeApi.Message answer = function.invoke(
                    batch(fixture.message("first", "first.jpg", 1), fixture.message("bad", "bad.jpg", 1)));

            assertThat(json(answer.body())).isEqualTo(json("{\"batchItemFailures\": [{\"itemIdentifier\": \"bad\"}]}"));
            assertThat(fixture.derivatives("first.jpg")).hasSize(6);
            assertThat(function.peakMegabytes()).isLessThan(512);
        }
    }

    @Test
    void afterASnapshot_theCredentialsAreNew() throws Exception {
        fixture.upload("renewed.jpg");
        try (CredentialsEndpoint credentials = CredentialsEndpoint.start("OLD", "old");
                ManagedRuntime function = fixture.start(
                        true, fixture.bucket().endpoint(), fixture.queue().uri(), credentials.environment())) {
            function.await("restore/next", function.started());
            assertThat(function.log())
                    .contains("edgepix: priming: S3 answered with status 403")
                    .contains("edgepix: primed in");

            credentials.replace(fixture.bucket().accessKey(), fixture.bucket().secretKey());
            function.api().restore();
            function.await("invocation/next", function.started());
            RuntimeApi.Message answer = function.invoke(batch(fixture.message("good", "renewed.jpg", 1)));

            assertThat(json(answer.body())).isEqualTo(json("{\"batchItemFailures\": []}"));
            assertThat(fixture.derivatives("renewed.jpg")).hasSize(6);
        }
    }
}
