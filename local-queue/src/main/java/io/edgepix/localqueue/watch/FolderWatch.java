package io.edgepix.localqueue.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Watches the folder of a local bucket, and sends S3's notifications to a queue. It sees files that a program writes
 * into the folder, and objects that arrive through the embedded S3.
 */
public final class FolderWatch implements AutoCloseable {
    private static final long IDLE_MILLIS = 1000;
    private static final long TICK_MILLIS = 50;

    /**
     * A bucket to watch.
     *
     * @param folder the folder, without symbolic links in its path
     */
    public record Bucket(Path folder, S3Client client, String name) {}

    /**
     * The options of a watch.
     *
     * @param quiet the time for which a file must not change before it counts as complete
     * @param existing whether files that are there at the start count as created
     * @param keys the keys that are notified
     */
    public record Options(Duration quiet, boolean existing, Predicate<String> keys) {}

    private final Bucket bucket;
    private final Options options;
    private final WatchedFolders folders;
    private final FolderChanges changes;
    private final S3Notification notification;
    private final NotificationSender sender;
    private final Consumer<String> log;
    private final Thread thread;
    private volatile boolean stopping;

    private FolderWatch(Bucket bucket, Options options, NotificationSender sender, Consumer<String> log)
            throws IOException {
        this.bucket = bucket;
        this.options = options;
        this.sender = sender;
        this.log = log;
        this.folders = new WatchedFolders(bucket.folder());
        this.changes = new FolderChanges(bucket.folder(), options.quiet());
        this.notification = new S3Notification(bucket.name());
        this.thread = Thread.ofPlatform().daemon().name("folder-watch").unstarted(this::run);
    }

    /**
     * Starts watching.
     *
     * @throws UncheckedIOException if the folder cannot be watched
     */
    public static FolderWatch start(
            Bucket bucket, Options options, SqsClient sqs, String queueUrl, Consumer<String> log) {
        try {
            FolderWatch watch = new FolderWatch(bucket, options, new NotificationSender(sqs, queueUrl), log);
            watch.folders.add(bucket.folder(), options.existing() ? watch.changes::touch : watch.changes::remember);
            watch.thread.start();
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + bucket.folder() + ": " + e.getMessage(), e);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                folders.poll(changes.isSettled() && sender.isEmpty() ? IDLE_MILLIS : TICK_MILLIS)
                        .ifPresent(this::take);
                changes.settled().forEach(this::notice);
                sender.send();
            } catch (InterruptedException e) {
                return;
            } catch (SdkException e) {
                log.accept("folder watch failed: " + e.getMessage());
            } catch (OutOfMemoryError e) {
                log.accept("folder watch failed, and continues: " + e);
            }
        }
    }

    private void take(WatchKey key) {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                rescan();
            } else {
                folders.folder(key).ifPresent(folder -> look(folder.resolve((Path) event.context())));
            }
        }
        key.reset();
    }

    /** Looks at everything, since events were lost. */
    private void rescan() {
        changes.touchAll(bucket.folder());
        watch(bucket.folder());
    }

    private void look(Path path) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            watch(path);
        } else {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                // It may have been a folder.
                folders.remove(path);
                changes.touchAll(path);
            }
            changes.touch(path);
        }
    }

    private void watch(Path folder) {
        try {
            folders.add(folder, changes::touch);
        } catch (IOException e) {
            log.accept("folder watch failed: cannot watch " + folder + ": " + e.getMessage());
        }
    }

    private void notice(FolderChanges.Change change) {
        if (!options.keys().test(change.key())) {
            return;
        }
        if (change.isRemoved()) {
            sender.add(notification.removed(change.key()));
            return;
        }
        try {
            HeadObjectResponse head = bucket.client()
                    .headObject(request -> request.bucket(bucket.name()).key(change.key()));
            sender.add(notification.created(change.key(), head.contentLength(), head.eTag()));
        } catch (SdkException e) {
            boolean isNoObject = e instanceof S3Exception answer && answer.statusCode() < 500;
            if (!isNoObject) {
                log.accept("folder watch failed: " + e.getMessage());
                changes.repeat(change.key());
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try (folders) {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
