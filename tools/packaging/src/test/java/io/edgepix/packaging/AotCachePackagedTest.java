package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.MissEvent;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the AOT cache fits the packaged jar, and that a cache that does not fit costs only time. */
class AotCachePackagedTest {
    enum Damage {
        MISSING {
            @Override
            void to(Path cache) throws IOException {
                Files.delete(cache);
            }
        },
        TRUNCATED {
            @Override
            void to(Path cache) throws IOException {
                byte[] bytes = Files.readAllBytes(cache);
                Files.write(cache, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        GARBAGE {
            @Override
            void to(Path cache) throws IOException {
                Files.writeString(cache, "Roses are red.\n".repeat(1000));
            }
        },
        EMPTY {
            @Override
            void to(Path cache) throws IOException {
                Files.write(cache, new byte[0]);
            }
        };

        abstract void to(Path cache) throws IOException;
    }

    @TempDir
    Path scratch;

    private LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void delete() {
        unpacked.close();
    }

    @Test
    void theCache_isTakenFromAnyFolder_forAJarOfItsAge() throws Exception {
        age(Layout.TIME.toInstant());

        assertThat(startsStrictly()).isTrue();
    }

    @Test
    void theCache_isRefused_forAJarOfAnotherAge() throws Exception {
        age(Layout.TIME.toInstant().plusSeconds(2));

        assertThat(startsStrictly()).isFalse();
    }

    @Test
    void theLauncher_givesAJarOfAnotherAgeTheRightOne() throws IOException {
        JavaCommand java = JavaCommand.of(new Layout(unpacked.path()));
        Path jar = Path.of(java.args().get(java.args().indexOf("-cp") + 1));

        assertThat(jar).isNotEqualTo(unpacked.path().resolve("app.jar"));
        assertThat(Files.getLastModifiedTime(jar).toInstant()).isEqualTo(Layout.TIME.toInstant());
        Files.delete(jar);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aCacheThatCannotBeUsed_failsNoRequest(Damage damage) throws IOException {
        damage.to(unpacked.path().resolve("app.aot"));
        TrainingPictures.write(scratch);

        try (LocalBucket bucket = LocalBucket.open(scratch);
                NodeProcess node =
                        NodeProcess.start(unpacked.path(), "index.mjs", bucket.lambdaEnvironment(), log::add)) {
            String event = MissEvent.of("GET", "/100x100/webp/baseline.jpg", bucket.bucket(), "us-east-1");

            assertThat(node.answer(event).toString()).contains("\"status\":\"200\"");
        }
    }

    private void age(Instant time) throws IOException {
        Files.setLastModifiedTime(unpacked.path().resolve("app.jar"), FileTime.from(time));
    }

    /** Returns whether Java starts the program with the option that ends it if the cache cannot be used. */
    private boolean startsStrictly() throws Exception {
        JavaCommand java = JavaCommand.of(new Layout(unpacked.path()));
        List<String> command = java.with(
                List.of("-XX:AOTMode=on", "-XX:AOTCache=" + unpacked.path().resolve("app.aot")),
                List.of(scratch.resolve("no-socket").toString(), java.configFile()));
        command.set(
                command.indexOf("-cp") + 1, unpacked.path().resolve("app.jar").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.startsWith("edgepix: stopping: ");
    }
}
