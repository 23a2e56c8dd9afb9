package io.edgepix.bench.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JPEGs directly in a folder, ordered by name. */
public record Photographs(List<Path> files) {
    public static Photographs in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BenchException(folder + ": expected a folder, got none");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> jpegs = all.filter(Photographs::isJpeg).sorted().toList();
            if (jpegs.isEmpty()) {
                throw new BenchException(folder + ": expected a .jpg in it, got none");
            }
            return new Photographs(jpegs);
        }
    }

    private static boolean isJpeg(Path file) {
        return Files.isRegularFile(file) && file.toString().matches("(?i).*\\.jpe?g");
    }

    public List<String> names() {
        return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    }

    public void copyTo(Path folder) throws IOException {
        for (Path file : files) {
            Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
        }
    }
}
