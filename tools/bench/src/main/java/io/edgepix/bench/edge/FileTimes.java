package io.edgepix.bench.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The modification times of files, as a zip stores them. */
final class FileTimes {
    private FileTimes() {}

    /** Sets the times of unpacked files to those of the zip, which have no zone and were written as UTC. */
    static void restore(Path zip, Path unpacked) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                Files.setLastModifiedTime(
                        unpacked.resolve(entry.getName()),
                        FileTime.from(entry.getTimeLocal().toInstant(ZoneOffset.UTC)));
            }
        }
    }
}
