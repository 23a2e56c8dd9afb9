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

/** Folders that are needed only meanwhile. */
public final class Folders {
    private static final Set<PosixFilePermission> WRITABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private Folders() {}

    /** Deletes one with all that is in it, if it is there; what may not be written is made writable first. */
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

    /** Everything under a folder and itself, each folder before what is in it. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted().toList();
        }
    }
}
