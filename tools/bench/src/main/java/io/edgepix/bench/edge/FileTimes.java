package io.edgepix.bench.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The ages of files as a zip has them. */
final class FileTimes {
    private FileTimes() {}

    /** Gives what was unpacked the zip's ages; its times have no zone, and were written as UTC. */
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
