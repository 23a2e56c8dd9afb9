package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.quality.QualityException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChromiumTest {
    @TempDir
    private Path folder;

    @Test
    void none_isNone() throws IOException {
        executable("bin/chromium");

        assertThat(Chromium.find(Chromium.NONE, folder, path())).isEmpty();
    }

    @Test
    void theBrowserOfThatName_isUsed() throws IOException {
        executable("bin/chromium");
        Path other = executable("other/browser");

        assertThat(Chromium.find(other.toString(), folder, path())).contains(other);
    }

    @Test
    void aMissingBrowserOfThatName_isAnErrorThatNamesIt() {
        assertThatThrownBy(() -> Chromium.find("/nowhere/chrome", folder, ""))
                .isInstanceOf(QualityException.class)
                .hasMessageContaining("--browser")
                .hasMessageContaining("/nowhere/chrome");
    }

    @Test
    void browserOfPlaywright_precedesThoseOfThePath() throws IOException {
        executable("bin/google-chrome");
        executable(".cache/ms-playwright/chromium-1100/chrome-linux/chrome");
        Path newest = executable(".cache/ms-playwright/chromium-1200/chrome-linux/chrome");

        assertThat(Chromium.find(null, folder, path())).contains(newest);
    }

    @Test
    void thePath_isSearched() throws IOException {
        Path found = executable("bin/google-chrome");

        assertThat(Chromium.find(null, folder, File.pathSeparator + path())).contains(found);
        assertThat(Chromium.find(null, folder, folder.resolve("empty").toString()))
                .isEmpty();
    }

    @Test
    void command_isHeadlessAndEndsWithThePage() {
        assertThat(Chromium.command(Path.of("chrome"), folder, "http://127.0.0.1:1/"))
                .startsWith("chrome", "--headless=new")
                .contains("--user-data-dir=" + folder)
                .endsWith("http://127.0.0.1:1/");
    }

    private String path() {
        return folder.resolve("bin").toString();
    }

    private Path executable(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return file;
    }
}
