package io.edgepix.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTimesTest {
    @TempDir
    private Path folder;

    @Test
    void unpacked_hasTheZipsAgesAsUtc() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("app.jar");
            entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0, 0));
            entries.putNextEntry(entry);
            entries.closeEntry();
        }
        Path jar = Files.createFile(folder.resolve("app.jar"));

        FileTimes.restore(zip, folder);

        assertThat(Files.getLastModifiedTime(jar).toInstant()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }
}
