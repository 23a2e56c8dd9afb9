package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {
    @TempDir
    Path scratch;

    private Path folder = Path.of("");
    private Path zip = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectories(scratch.resolve("folder"));
        zip = scratch.resolve("folder.zip");
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("z.txt"), "z");
        Files.writeString(folder.resolve("bin/java"), "#!");
        Files.setPosixFilePermissions(folder.resolve("bin/java"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(folder.resolve("z.txt"), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void files_areSortedAndReadableByAnyUser() throws IOException {
        Zip.write(folder, zip);

        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            assertThat(Collections.list(file.getEntriesInPhysicalOrder()))
                    .extracting(ZipArchiveEntry::getName)
                    .containsExactly("bin/java", "z.txt");
            assertThat(file.getEntry("bin/java").getUnixMode()).isEqualTo(0100755);
            assertThat(file.getEntry("z.txt").getUnixMode()).isEqualTo(0100644);
        }
    }

    @Test
    void theSameFilesOfAnotherAge_giveTheSameBytes() throws IOException {
        Zip.write(folder, zip);
        Files.setLastModifiedTime(folder.resolve("z.txt"), FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
        Zip.write(folder, scratch.resolve("again.zip"));

        assertThat(scratch.resolve("again.zip")).hasSameBinaryContentAs(zip);
    }

    @Test
    void otherContent_givesOtherBytes() throws IOException {
        Zip.write(folder, zip);
        Files.writeString(folder.resolve("z.txt"), "y");
        Zip.write(folder, scratch.resolve("again.zip"));

        assertThat(Files.mismatch(scratch.resolve("again.zip"), zip)).isNotNegative();
    }
}
