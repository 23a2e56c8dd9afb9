package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.MissEvent;
import io.edgepix.localedge.lambda.NodeProcess;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher with a Java process that is killed, stopped or frozen. */
@Timeout(120)
class FailuresPackagedTest {
    private static final Duration RENDERING = Duration.ofMillis(150);
    private static final Duration LOGGED = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private LambdaFolder unpacked;
    private LocalBucket bucket;
    private NodeProcess node;

    @BeforeEach
    void start() throws IOException {
        TrainingPictures.write(folder);
        ImageIO.write(
                new BufferedImage(6000, 5000, BufferedImage.TYPE_INT_ARGB),
                "png",
                folder.resolve("large.png").toFile());
        unpacked = LambdaFolder.unpack(Dist.originResponse(), null);
        bucket = LocalBucket.open(folder);
        node = NodeProcess.start(unpacked.path(), "index.mjs", bucket.lambdaEnvironment(), log::add);
    }

    @AfterEach
    void stop() {
        node.close();
        bucket.close();
        unpacked.close();
    }

    @Test
    void aChildKilledWhileItRenders_isA502AndTheNextEventWorks() throws Exception {
        for (String size : List.of("400x400", "500x500", "600x600")) {
            ProcessHandle java = java();
            CompletableFuture<JsonObject> answer = ask("/" + size + "/webp/large.png");
            awaitRendering(java);
            java.destroyForcibly();

            assertThat(status(answer.get())).isEqualTo("502");
            awaitLogged("was replaced: ended with SIGKILL");
            assertThat(status(ask("/" + size + "/png/baseline.jpg").get())).isEqualTo("200");
            assertThat(java().pid()).isNotEqualTo(java.pid());
        }
    }

    @Test
    void aHangingChild_isA502After25SecondsAndTheNextEventWorks() throws Exception {
        ProcessHandle java = java();
        signal("STOP", java);

        assertThat(status(ask("/400x400/webp/baseline.jpg").get(28, TimeUnit.SECONDS)))
                .isEqualTo("502");
        assertThat(java.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(status(ask("/400x400/webp/baseline.jpg").get())).isEqualTo("200");
    }

    @Test
    void bothFrozenBetweenEvents_continueNormally() throws Exception {
        assertThat(status(ask("/400x400/webp/baseline.jpg").get())).isEqualTo("200");
        ProcessHandle java = java();
        signal("STOP", java, node.handle());
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        signal("CONT", node.handle(), java);

        assertThat(status(ask("/500x500/webp/baseline.jpg").get())).isEqualTo("200");
        assertThat(java().pid()).isEqualTo(java.pid());
    }

    @Test
    void theLauncherKilled_takesTheChildWithIt() throws Exception {
        ProcessHandle java = java();

        node.handle().destroyForcibly();

        assertThat(java.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private CompletableFuture<JsonObject> ask(String uri) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return node.answer(MissEvent.of("GET", uri, bucket.bucket(), "us-east-1"));
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static String status(JsonObject answer) {
        return answer.getAsJsonObject("result").get("status").getAsString();
    }

    private ProcessHandle java() {
        return node.handle()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("runtime/bin/java"))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a line of the log, which has its own pipe and may arrive after the answer. */
    private void awaitLogged(String text) {
        long end = System.nanoTime() + LOGGED.toNanos();
        while (log.stream().noneMatch(line -> line.contains(text)) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        assertThat(log).anyMatch(line -> line.contains(text));
    }

    /** Waits until the process has used more processor time than an event without a picture needs. */
    private static void awaitRendering(ProcessHandle java) {
        Duration end = cpu(java).plus(RENDERING);
        while (cpu(java).compareTo(end) < 0) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static void signal(String name, ProcessHandle... processes) throws Exception {
        for (ProcessHandle process : processes) {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
