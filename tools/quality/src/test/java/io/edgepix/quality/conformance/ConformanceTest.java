package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.Edgepix;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ConformanceTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void noSuchFolder_isAnErrorThatNamesIt() {
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("nowhere: expected a folder, got none");
    }

    @Test
    void anEmptyFolder_isAnErrorThatNamesIt() {
        assertThat(run(folder.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(folder + ": expected files, got an empty folder");
    }

    @Test
    void noFolder_isAnError() {
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("DIR");
    }

    @Test
    void aFileThatCannotBeWritten_isAnErrorBeforeTheWork() throws IOException {
        Files.createFile(folder.resolve("a.png"));
        String file = folder.resolve("nowhere/rows.json").toString();

        assertThat(run(folder.toString(), "--json", file)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(file);
    }

    @Test
    void anUnknownBoxOrFormatOrQuality_isAnErrorThatNamesIt() throws IOException {
        Files.createFile(folder.resolve("a.png"));

        assertThat(run(folder.toString(), "--boxes", "64x0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run(folder.toString(), "--formats", "heic")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run(folder.toString(), "--quality", "101")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("64x0", "heic", "101");
    }

    @Test
    void aMissingBrowser_isAnErrorThatNamesIt() throws IOException {
        Files.createFile(folder.resolve("a.png"));

        assertThat(run(folder.toString(), "--browser", "/nowhere/chrome")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--browser", "/nowhere/chrome");
    }

    private int run(String... arguments) {
        return Edgepix.commandLine(new Conformance())
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("conformance", "--root", "."), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
