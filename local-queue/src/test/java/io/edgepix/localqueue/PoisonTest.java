package io.edgepix.localqueue;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localqueue.sqs.QueueSettings;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tests what happens to originals that cannot be rendered. There is only one attempt, since retries take minutes. */
class PoisonTest {
    private static final String CONFIG = """
            {"pregenerate": {"sizes": ["64x64"], "formats": ["webp"]}}
            """;
    private static final byte[] PICTURE = Pictures.jpeg(100, 100, Color.RED);

    @TempDir
    static Path folder;

    private static PregenerationFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PregenerationFixture(
                folder, CONFIG, new QueueSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), 1));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void clear() {
        fixture.queues()
                .client()
                .purgeQueue(queue -> queue.queueUrl(fixture.queues().deadLetterUrl()));
    }

    /** Returns an attribute of the message in the dead-letter queue, and leaves the message there. */
    private static String dead(String attribute) throws Throwable {
        List<Message> found = new ArrayList<>();
        eventually(() -> {
            found.addAll(fixture.queues()
                    .client()
                    .receiveMessage(request -> request.queueUrl(fixture.queues().deadLetterUrl())
                            .messageAttributeNames("All")
                            .visibilityTimeout(0))
                    .messages());
            assertThat(found).as(fixture.log.toString()).isNotEmpty();
        });
        assertThat(found.getFirst().messageAttributes())
                .as(fixture.log.toString())
                .containsKey(attribute);
        return Objects.requireNonNull(found.getFirst().messageAttributes().get(attribute))
                .stringValue();
    }

    private static void redrive() {
        String source = fixture.queues().arn(fixture.queues().deadLetterUrl());
        String target = fixture.queues().arn(fixture.queues().url());
        fixture.queues()
                .client()
                .startMessageMoveTask(task -> task.sourceArn(source).destinationArn(target));
    }

    @Test
    void brokenPicture_endsInTheDeadLetterQueueAndIsRenderedAfterARedrive() throws Throwable {
        fixture.write("broken.jpg", Arrays.copyOf(PICTURE, PICTURE.length / 2));
        fixture.write("good.jpg", PICTURE);

        fixture.expectDerivative("64x64/webp/good.jpg", "good.jpg");
        assertThat(dead("key")).isEqualTo("broken.jpg");
        assertThat(dead("reason")).startsWith("The JPEG is damaged");
        fixture.expectQuiet();

        // The fix: the folder watch notices it as well, so its message has to be gone before the redrive.
        fixture.write("broken.jpg", PICTURE);
        fixture.expectDerivative("64x64/webp/broken.jpg", "broken.jpg");
        fixture.expectQuiet();
        fixture.bucket()
                .client()
                .deleteObject(object -> object.bucket(fixture.bucket().bucket()).key("64x64/webp/broken.jpg"));
        fixture.expectQuiet();
        redrive();

        fixture.expectDerivative("64x64/webp/broken.jpg", "broken.jpg");
        eventually(() ->
                assertThat(fixture.count(fixture.queues().deadLetterUrl())).isZero());
    }

    @Test
    void messageThatIsNoNotification_endsInTheDeadLetterQueueWithItsReason() throws Throwable {
        fixture.queues()
                .client()
                .sendMessage(message -> message.queueUrl(fixture.queues().url()).messageBody("\u732b"));

        assertThat(dead("reason")).startsWith("expected one JSON object");
    }
}
