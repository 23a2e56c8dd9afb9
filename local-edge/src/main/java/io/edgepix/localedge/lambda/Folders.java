package io.edgepix.localedge.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Operations on temporary folders. */
public final class Folders {
    private static final Set<PosixFilePermission> WRITABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private Folders() {}

    /** Deletes a folder with its content, if it exists. Read-only folders are made writable first. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        permit(folder, WRITABLE);
        for (Path path : all(folder).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    /** Sets the permissions of a folder and of all folders in it. */
    static void permit(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        for (Path path : all(folder)) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }

    /** Lists a folder and everything in it, each folder before its content. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted().toList();
        }
    }
}
