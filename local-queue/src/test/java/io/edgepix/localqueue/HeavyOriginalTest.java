package io.edgepix.localqueue;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localqueue.sqs.QueueSettings;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests originals over the limits of the function, which the container's process renders. */
class HeavyOriginalTest {
    private static final String CONFIG = """
            {"maxPixels": 10000, "pregenerate": {"sizes": ["64x64"], "formats": ["webp"]}}
            """;

    @TempDir
    static Path folder;

    private static PregenerationFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PregenerationFixture(
                folder, CONFIG, new QueueSettings(Duration.ofMinutes(1), Duration.ofSeconds(10), 5));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void original_overTheLimitsOfTheFunction_isRenderedByTheContainer() throws Throwable {
        fixture.write("large.jpg", Pictures.jpeg(300, 300, Color.RED));

        fixture.expectDerivative("64x64/webp/large.jpg", "large.jpg");
        fixture.expectQuiet();
        assertThat(fixture.log).anyMatch(line -> line.startsWith("container: STARTED "));
        assertThat(fixture.get("/large.jpg?d=64x64").statusCode()).isEqualTo(200);
    }

    @Test
    void containerThatIsKilled_isReplacedAndTheOriginalIsRendered() throws Throwable {
        fixture.write("first.jpg", Pictures.jpeg(300, 300, Color.RED));
        eventually(() -> assertThat(fixture.log.toString()).contains("container: STARTED"));
        ProcessHandle container = ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .equals(ProcessHandle.current().info().command()))
                .findFirst()
                .orElseThrow();
        fixture.write("second.jpg", Pictures.jpeg(2000, 2000, Color.BLUE));
        eventually(() -> assertThat(fixture.count(fixture.queues().heavyUrl())).isPositive());

        container.destroyForcibly();

        fixture.expectDerivative("64x64/webp/first.jpg", "first.jpg");
        fixture.expectDerivative("64x64/webp/second.jpg", "second.jpg");
        fixture.expectQuiet();
    }
}
