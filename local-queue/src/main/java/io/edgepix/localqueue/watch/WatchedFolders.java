package io.edgepix.localqueue.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches a folder with all its subfolders. */
final class WatchedFolders implements AutoCloseable {
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    WatchedFolders(Path root) throws IOException {
        this.service = root.getFileSystem().newWatchService();
    }

    /**
     * Watches a folder and its subfolders, and passes each file in them to a consumer. Each folder is watched before it
     * is listed, so no file is missed.
     *
     * @throws IOException if a folder cannot be watched
     */
    void add(Path top, Consumer<Path> files) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                folders.put(
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE),
                        folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.accept(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // it was deleted meanwhile
            }
        });
    }

    /** Stops watching a folder that was deleted or moved, with its subfolders. */
    void remove(Path top) {
        folders.entrySet().removeIf(entry -> {
            boolean isInside = entry.getValue().startsWith(top);
            if (isInside) {
                entry.getKey().cancel();
            }
            return isInside;
        });
    }

    /** Waits for events of a folder, for at most the given time. The caller has to reset the key. */
    Optional<WatchKey> poll(long millis) throws InterruptedException {
        return Optional.ofNullable(service.poll(millis, TimeUnit.MILLISECONDS));
    }

    /** Returns the folder of a key; empty if it is no longer watched. */
    Optional<Path> folder(WatchKey key) {
        return Optional.ofNullable(folders.get(key));
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
