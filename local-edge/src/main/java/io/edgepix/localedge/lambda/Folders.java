package io.edgepix.localedge.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are needed only meanwhile. */
public final class Folders {
    private Folders() {}

    /** Deletes one with all that is in it. */
    public static void delete(Path folder) throws IOException {
        for (Path path : all(folder).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    /** Everything under a folder and itself, each folder before what is in it. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted().toList();
        }
    }
}
