package io.edgepix.localedge.bucket;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a listing of a folder would never get past: pipes and devices, which wait when they are opened, and links
 * to a folder that they are in.
 */
final class UnlistableFile extends SimpleFileVisitor<Path> {
    private @Nullable Path found;

    private UnlistableFile() {}

    /**
     * Returns a file that cannot be listed; empty if there is none.
     *
     * @param depth the number of levels of folders to search
     */
    static Optional<Path> find(Path folder, int depth) throws IOException {
        UnlistableFile visitor = new UnlistableFile();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), depth, visitor);
        return Optional.ofNullable(visitor.found);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        return attributes.isOther() ? end(file) : FileVisitResult.CONTINUE;
    }

    /** Continues after a file that was deleted meanwhile, or that cannot be read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return e instanceof FileSystemLoopException ? end(file) : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult end(Path file) {
        found = file;
        return FileVisitResult.TERMINATE;
    }
}
