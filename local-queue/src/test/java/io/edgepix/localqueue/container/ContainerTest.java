package io.edgepix.localqueue.container;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localqueue.QueueFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the container's program as a process of its own. */
class ContainerTest {
    private static QueueFixture fixture;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private Process process;

    private String queueUrl;

    @BeforeAll
    static void startQueues() {
        fixture = new QueueFixture(3);
    }

    @AfterAll
    static void stopQueues() {
        fixture.close();
    }

    /** Creates a queue for each test, since the long poll of a killed process may still take a message. */
    @BeforeEach
    void createQueue() {
        fixture.clear();
        queueUrl = fixture.create("heavy-" + UUID.randomUUID(), Duration.ofSeconds(2));
    }

    @AfterEach
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void start(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(FakeContainer.command(folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUEUE_URL", queueUrl,
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_ENDPOINT_URL_SQS", fixture.queues.endpoint().toString()));
        builder.environment().putAll(variables);
        process = builder.start();
    }

    private void start() throws IOException {
        start(Map.of());
    }

    private void send(String body) {
        fixture.send(queueUrl, body);
    }

    private void expectBegun(String name) throws Throwable {
        eventually(() -> assertThat(folder.resolve(name)).as(log()).exists());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private void expectStatus(int status) throws Exception {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(log()).isTrue();
        assertThat(process.exitValue()).as(log()).isEqualTo(status);
    }

    @Test
    void messages_thatAreDone_areDeletedAndTheProgramEndsWhenIdle() throws Throwable {
        send("a");
        send("b");
        send("c");
        start(Map.of("IDLE_SECONDS", "2"));

        expectStatus(0);
        assertThat(fixture.count(queueUrl)).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/a.1").isDirectoryContaining("glob:**/c.1");
        assertThat(log()).contains("STARTED", "STOPPED the queue is empty");
    }

    @Test
    void message_thatFails_isDeliveredAgainUntilTheDeadLetterQueueHasIt() throws Throwable {
        send("again");
        start();

        eventually(
                () -> assertThat(fixture.take(fixture.queues.deadLetterUrl())).containsExactly("again"));
        assertThat(folder.resolve("again.3")).exists();
    }

    @Test
    void fault_ofTheWorker_isLoggedAndOthersGoOn() throws Throwable {
        send("fault");
        send("a");
        start();

        expectBegun("fault.2");
        expectBegun("a.1");
        assertThat(log()).contains("FAULT message", "a bug");
    }

    @Test
    void message_thatTakesLongerThanTheVisibilityTimeout_isDeliveredOnce() throws Throwable {
        send("slow");
        start();
        expectBegun("slow.1");
        long begun = System.nanoTime();
        eventually(() -> assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.SECONDS.toNanos(5)));

        assertThat(fixture.take(queueUrl)).isEmpty();
        Files.writeString(folder.resolve("end"), "");
        eventually(() -> assertThat(fixture.count(queueUrl)).isZero());
        assertThat(folder.resolve("slow.2")).doesNotExist();
    }

    @Test
    void sigterm_givesTheMessageBackImmediately() throws Throwable {
        queueUrl = fixture.create("heavy-" + UUID.randomUUID(), Duration.ofHours(1));
        send("hang");
        start();
        expectBegun("hang.1");

        process.destroy();

        expectStatus(128 + 15);
        assertThat(fixture.take(queueUrl)).containsExactly("hang");
    }

    @Test
    void sigkill_givesTheMessageBackAfterTheVisibilityTimeout() throws Throwable {
        send("hang");
        start();
        expectBegun("hang.1");

        process.destroyForcibly();

        eventually(() -> assertThat(fixture.take(queueUrl)).containsExactly("hang"));
    }

    @Test
    void outOfMemory_endsTheProgramWithAnErrorAndKeepsTheMessage() throws Throwable {
        send("memory");
        start();

        expectStatus(1);
        assertThat(log()).contains("FAULT java.lang.OutOfMemoryError: no heap");
        assertThat(fixture.count(queueUrl)).isOne();
    }

    @Test
    void queue_thatDoesNotExist_endsTheProgramWithAnError() throws Throwable {
        start(Map.of("QUEUE_URL", queueUrl + "-other"));

        expectStatus(1);
        assertThat(log()).contains("FAULT ", "not exist");
    }

    @Test
    void queueUrl_thatIsMissing_isNamed() throws Throwable {
        start(Map.of("QUEUE_URL", ""));

        expectStatus(1);
        assertThat(log()).contains("FAULT QUEUE_URL: expected the URL of the queue to read, got none");
    }

    @Test
    void idleSeconds_thatAreNoNumber_areNamed() throws Throwable {
        start(Map.of("IDLE_SECONDS", "soon"));

        expectStatus(1);
        assertThat(log()).contains("IDLE_SECONDS: expected a whole number of seconds from 1 to 999999, got 'soon'");
    }
}
