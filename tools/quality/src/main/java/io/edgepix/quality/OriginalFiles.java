package io.edgepix.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and its subfolders, in the order of their paths. */
public record OriginalFiles(Path folder, List<Path> files) {
    /** The largest file that is read. Larger files exceed every limit. */
    private static final long MAX_BYTES = 128L << 20;

    /**
     * Lists the files of a folder.
     *
     * @throws QualityException if there is no such folder, or no file in it
     */
    public static OriginalFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new QualityException(folder + ": expected a folder, got none");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new QualityException(folder + ": expected files, got an empty folder");
            }
            return new OriginalFiles(folder, files);
        } catch (IOException | UncheckedIOException e) {
            throw new QualityException("cannot read " + folder + ": " + e.getMessage());
        }
    }

    /** Returns the path of a file in the folder, with slashes. */
    public String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Reads all bytes of a file.
     *
     * @throws IOException if it cannot be read, or exceeds every limit
     */
    public static byte[] read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("over " + (MAX_BYTES >> 20) + " MB");
        }
        return Files.readAllBytes(file);
    }
}
