package io.edgepix.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a folder as a zip: sorted, with one modification time, and with the modes of the files. The same files always
 * result in the same bytes.
 */
final class Zip {
    private static final int READABLE = 0100644;
    private static final int EXECUTABLE = 0100755;

    private Zip() {}

    /** Writes the zip of a folder's files; links are left out. */
    static void write(Path folder, Path file) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Path path : files(folder)) {
                add(zip, folder, path);
            }
        }
    }

    /** Returns all files under a folder, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(ZipArchiveOutputStream zip, Path folder, Path path) throws IOException {
        ZipArchiveEntry entry =
                new ZipArchiveEntry(folder.relativize(path).toString().replace('\\', '/'));
        entry.setTimeLocal(Layout.TIME.toLocalDateTime());
        entry.setUnixMode(Files.isExecutable(path) ? EXECUTABLE : READABLE);
        entry.setSize(Files.size(path));
        zip.putArchiveEntry(entry);
        Files.copy(path, zip);
        zip.closeArchiveEntry();
    }

    /** Sets the modification time of every file in a folder to the time in the zip. */
    static void age(Path folder) throws IOException {
        for (Path path : files(folder)) {
            Files.setLastModifiedTime(path, FileTime.from(Layout.TIME.toInstant()));
        }
    }
}
