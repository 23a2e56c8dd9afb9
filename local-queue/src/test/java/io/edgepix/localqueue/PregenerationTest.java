package io.edgepix.localqueue;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.cli.CommandException;
import io.edgepix.localqueue.sqs.QueueSettings;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Tests the function, the queue and the folder together. */
class PregenerationTest {
    private static final String CONFIG = """
            {"pregenerate": {"sizes": ["64x64", "32x32"], "formats": ["webp"]}}
            """;
    private static final byte[] RED = Pictures.jpeg(100, 100, Color.RED);
    private static final byte[] BLUE = Pictures.jpeg(120, 120, Color.BLUE);

    @TempDir
    static Path folder;

    private static PregenerationFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PregenerationFixture(folder, CONFIG, QueueSettings.defaults());
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static String medium(String key) {
        return "64x64/webp/" + key;
    }

    private static String small(String key) {
        return "32x32/webp/" + key;
    }

    private static void expectBoth(String key) throws Throwable {
        fixture.expectDerivative(medium(key), key);
        fixture.expectDerivative(small(key), key);
    }

    @Test
    void picture_inANewFolder_getsItsDerivatives() throws Throwable {
        fixture.write("new/my c\u00e4t.jpg", RED);

        expectBoth("new/my c\u00e4t.jpg");
        fixture.expectQuiet();
        assertThat(fixture.keys().stream().filter(key -> key.contains("new/")))
                .containsExactlyInAnyOrder(
                        "new/my c\u00e4t.jpg", medium("new/my c\u00e4t.jpg"), small("new/my c\u00e4t.jpg"));
        // The header has the time of a rendering.
        assertThat(fixture.get("/new/my%20c%C3%A4t.jpg?d=64x64").headers().firstValue("server-timing"))
                .isEmpty();
    }

    @Test
    void object_putThroughS3_getsItsDerivatives() throws Throwable {
        fixture.bucket()
                .client()
                .putObject(put -> put.bucket(fixture.bucket().bucket()).key("s3.jpg"), RequestBody.fromBytes(RED));

        expectBoth("s3.jpg");
    }

    @Test
    void picture_thatIsOverwritten_getsNewDerivativesAndLeavesTheCache() throws Throwable {
        fixture.write("changed.jpg", RED);
        expectBoth("changed.jpg");
        fixture.expectQuiet();
        byte[] before = fixture.get("/changed.jpg?d=64x64").body();
        assertThat(fixture.get("/changed.jpg?d=64x64").headers().firstValue("x-cache"))
                .hasValueSatisfying(cache -> assertThat(cache).startsWith("Hit"));

        fixture.write("changed.jpg", BLUE);

        expectBoth("changed.jpg");
        eventually(() -> assertThat(fixture.get("/changed.jpg?d=64x64").body()).isNotEqualTo(before));
        assertThat(fixture.get("/changed.jpg?d=64x64").body())
                .isEqualTo(Files.readAllBytes(folder.resolve(medium("changed.jpg"))));
    }

    @Test
    void picture_thatIsDeleted_losesItsDerivativesAndLeavesTheCache() throws Throwable {
        fixture.write("gone.jpg", RED);
        expectBoth("gone.jpg");
        fixture.expectQuiet();
        assertThat(fixture.get("/gone.jpg?d=64x64").statusCode()).isEqualTo(200);

        Files.delete(folder.resolve("gone.jpg"));

        eventually(
                () -> assertThat(fixture.get("/gone.jpg?d=64x64").statusCode()).isEqualTo(404));
        eventually(() -> assertThat(List.of(fixture.exists(medium("gone.jpg")), fixture.exists(small("gone.jpg"))))
                .containsOnly(false));
    }

    @Test
    void requestOfTheEdge_isRenderedAndDeleted() throws Throwable {
        fixture.write("asked.jpg", RED);
        expectBoth("asked.jpg");
        Files.delete(folder.resolve(small("asked.jpg")));

        fixture.write(".edgepix/requests/" + small("asked.jpg"), new byte[0]);

        fixture.expectDerivative(small("asked.jpg"), "asked.jpg");
        eventually(() -> assertThat(fixture.exists(".edgepix/requests/" + small("asked.jpg")))
                .isFalse());
    }

    @Test
    void secondRun_ofTheSameFolder_isRefused() {
        assertThatThrownBy(() -> LocalPregeneration.start(fixture.edge, "{}", false))
                .isInstanceOf(CommandException.class)
                .hasMessage(
                        "--pregenerate: the process " + ProcessHandle.current().pid() + " renders the pictures of "
                                + fixture.bucket().folder() + " already; end it first");
    }

    @Test
    void endpoints_areInTheFolderWhileItRuns() throws IOException {
        assertThat(Files.readString(folder.resolve(".edgepix/local.json")))
                .contains(fixture.queues().url(), fixture.queues().heavyUrl());
    }
}
