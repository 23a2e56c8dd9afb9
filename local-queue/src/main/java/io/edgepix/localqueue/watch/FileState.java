package io.edgepix.localqueue.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes whenever a file is written or replaced.
 *
 * @param identity identifies the file on its disk; null if the file system has no such thing
 */
record FileState(long size, FileTime modified, @Nullable Object identity) {
    /** Returns the state of a file; empty if there is none, or it is not a regular file. */
    static Optional<FileState> of(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.isRegularFile()
                    ? Optional.of(new FileState(file.size(), file.lastModifiedTime(), file.fileKey()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
