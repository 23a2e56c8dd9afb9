package io.edgepix.localqueue.watch;

import static io.edgepix.localqueue.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.QueueFixture;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class FolderWatchTest {
    private static final Duration QUIET = Duration.ofMillis(100);

    private static QueueFixture fixture;

    @TempDir
    Path temp;

    private LocalBucket bucket;
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private FolderWatch watch;

    private final List<String> received = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void startQueues() {
        fixture = new QueueFixture(5);
    }

    @AfterAll
    static void stopQueues() {
        fixture.close();
    }

    @BeforeEach
    void open() throws IOException {
        fixture.clear();
        folder = Files.createDirectories(temp.resolve("pictures")).toRealPath();
        bucket = LocalBucket.open(folder);
    }

    @AfterEach
    void close() {
        watch.close();
        bucket.close();
        assertThat(log).isEmpty();
    }

    private void start(boolean existing, Predicate<String> keys) {
        watch = FolderWatch.start(
                new FolderWatch.Bucket(folder, bucket.client(), bucket.bucket()),
                new FolderWatch.Options(QUIET, existing, keys),
                fixture.sqs,
                fixture.queues.url(),
                log::add);
    }

    private void start() {
        start(false, _ -> true);
    }

    /** Returns all notifications so far, each as a sign and a key. */
    private List<String> received() {
        for (String body : fixture.take(fixture.queues.url())) {
            JsonObject event = JsonParser.parseString(body)
                    .getAsJsonObject()
                    .getAsJsonArray("Records")
                    .get(0)
                    .getAsJsonObject();
            JsonObject object = event.getAsJsonObject("s3").getAsJsonObject("object");
            String sign = event.get("eventName").getAsString().startsWith("ObjectCreated") ? "+" : "-";
            received.add(sign + URLDecoder.decode(object.get("key").getAsString(), StandardCharsets.UTF_8));
        }
        return received;
    }

    private void expect(String... notifications) throws Throwable {
        eventually(() -> assertThat(received()).containsExactlyInAnyOrder(notifications));
    }

    /** Writes a file, and waits for its notification. All earlier events were seen by then. */
    private void expectNothingMore(String... notifications) throws Throwable {
        Files.writeString(folder.resolve("last.jpg"), "last");
        List<String> all = new ArrayList<>(List.of(notifications));
        all.add("+last.jpg");
        eventually(() -> assertThat(received()).contains("+last.jpg"));
        assertThat(received()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void file_thatIsCopiedInto_isNotified() throws Throwable {
        start();

        Files.writeString(folder.resolve("my c\u00e4t+1.jpg"), "1");

        expect("+my c\u00e4t+1.jpg");
    }

    @Test
    void notification_hasTheSizeAndTheTagOfTheObject() throws Throwable {
        start();
        Files.writeString(folder.resolve("a.jpg"), "12345");
        List<String> bodies = new ArrayList<>();
        eventually(() -> {
            bodies.addAll(fixture.take(fixture.queues.url()));
            assertThat(bodies).hasSize(1);
        });

        String tag = bucket.client()
                .headObject(head -> head.bucket(bucket.bucket()).key("a.jpg"))
                .eTag();
        assertThat(bodies.getFirst()).contains("\"size\":5", "\"eTag\":\"" + tag.replace("\"", "") + "\"");
    }

    @Test
    void file_thatIsOverwrittenAndDeleted_isNotifiedEachTime() throws Throwable {
        Path file = Files.writeString(folder.resolve("a.jpg"), "1");
        start();

        Files.writeString(file, "22");
        expect("+a.jpg");
        Files.delete(file);

        expectNothingMore("+a.jpg", "-a.jpg");
    }

    @Test
    void file_thatIsTouched_isNotifiedOnlyIfItChanged() throws Throwable {
        Path file = Files.writeString(folder.resolve("a.jpg"), "1");
        start();

        Files.setAttribute(file, "posix:permissions", Files.getPosixFilePermissions(file));

        expectNothingMore();
    }

    @Test
    void folders_createdLater_areWatchedToo() throws Throwable {
        start();

        Path deep = Files.createDirectories(folder.resolve("x/y/z"));
        Files.writeString(deep.resolve("a.jpg"), "1");
        expect("+x/y/z/a.jpg");
        Files.writeString(deep.resolve("b.jpg"), "1");

        expectNothingMore("+x/y/z/a.jpg", "+x/y/z/b.jpg");
    }

    @Test
    void folder_thatIsMoved_removesItsKeysAndCreatesOthers() throws Throwable {
        Files.writeString(Files.createDirectories(folder.resolve("x/y")).resolve("a.jpg"), "1");
        start();

        Files.move(folder.resolve("x"), folder.resolve("w"));
        expect("-x/y/a.jpg", "+w/y/a.jpg");
        Files.writeString(folder.resolve("w/y/b.jpg"), "1");

        expectNothingMore("-x/y/a.jpg", "+w/y/a.jpg", "+w/y/b.jpg");
    }

    @Test
    void folder_thatIsMovedAway_removesItsKeys() throws Throwable {
        Files.writeString(Files.createDirectories(folder.resolve("x/y")).resolve("a.jpg"), "1");
        Files.writeString(folder.resolve("x.jpg"), "1");
        start();

        Files.move(folder.resolve("x"), temp.resolve("x"));

        expectNothingMore("-x/y/a.jpg");
    }

    @Test
    void file_thatIsMovedInto_isNotified() throws Throwable {
        Path outside = Files.writeString(temp.resolve("a.jpg"), "1");
        start();

        Files.move(outside, folder.resolve("a.jpg"), StandardCopyOption.ATOMIC_MOVE);

        expect("+a.jpg");
    }

    @Test
    void object_putAndDeletedThroughS3_isNotifiedWithoutItsTemporaryFile() throws Throwable {
        start();

        bucket.client()
                .putObject(
                        put -> put.bucket(bucket.bucket()).key(".edgepix/requests/32x32/webp/a.jpg"),
                        RequestBody.fromString("1"));
        expect("+.edgepix/requests/32x32/webp/a.jpg");
        bucket.client()
                .deleteObject(delete -> delete.bucket(bucket.bucket()).key(".edgepix/requests/32x32/webp/a.jpg"));

        expect("+.edgepix/requests/32x32/webp/a.jpg", "-.edgepix/requests/32x32/webp/a.jpg");
    }

    @Test
    void existingFiles_areNotifiedOnlyOnRequest() throws Throwable {
        Files.writeString(folder.resolve("a.jpg"), "1");
        start(true, _ -> true);

        expectNothingMore("+a.jpg");
    }

    @Test
    void keys_thatAreNotWanted_areNotNotified() throws Throwable {
        start(false, key -> !key.startsWith("x/"));

        Files.writeString(Files.createDirectories(folder.resolve("x")).resolve("a.jpg"), "1");

        expectNothingMore();
    }

    @Test
    void files_moreThanTheWatchServiceHolds_areAllNotified() throws Throwable {
        start();
        List<String> expected = new ArrayList<>();
        // WatchService drops events from the 512th on that wait for one folder.
        for (int i = 0; i < 1500; i++) {
            Files.writeString(folder.resolve(i + ".jpg"), "1");
            expected.add("+" + i + ".jpg");
        }

        expect(expected.toArray(String[]::new));
    }
}
