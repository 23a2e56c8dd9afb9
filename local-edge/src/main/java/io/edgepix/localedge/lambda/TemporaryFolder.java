package io.edgepix.localedge.lambda;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary folder. The process locks a file next to it until the process ends, even if it is killed. So other
 * processes know which folders are no longer used.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "edgepix-";
    private static final String LOCK = ".lock";

    /** Files that this process has locked: opening and closing one a second time would release its lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final FileChannel lock;
    private final Path path;

    private TemporaryFolder(Path lockFile, FileChannel lock, Path path) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.path = path;
    }

    /**
     * Creates a folder among the temporary files of the machine.
     *
     * @param name a readable part of its name
     */
    public static TemporaryFolder create(String name) throws IOException {
        Path lockFile = Files.createTempFile(PREFIX + name + "-", LOCK);
        OURS.add(lockFile);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        try {
            channel.lock();
            Path path = folderOf(lockFile);
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new TemporaryFolder(lockFile, channel, path);
        } catch (IOException e) {
            Files.delete(lockFile);
            channel.close();
            throw e;
        }
    }

    /** Deletes the folders of processes that were killed. Folders that cannot be deleted remain. */
    public static void deleteAbandoned() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(all, PREFIX + "*" + LOCK)) {
            for (Path lockFile : locks) {
                if (!OURS.contains(lockFile)) {
                    deleteIfAbandoned(lockFile);
                }
            }
        } catch (IOException e) {
            // A folder that remains does no harm.
        }
    }

    private static void deleteIfAbandoned(Path lockFile) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Folders.delete(folderOf(lockFile));
                Files.delete(lockFile);
            }
        } catch (IOException e) {
            // It belongs to another user, or another process deletes it.
        }
    }

    private static Path folderOf(Path lockFile) {
        String name = String.valueOf(lockFile.getFileName());
        return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    /** Returns the path of the folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Folders.delete(path);
        Files.deleteIfExists(lockFile);
        lock.close();
        OURS.remove(lockFile);
    }
}
