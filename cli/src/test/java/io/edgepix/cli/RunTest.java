package io.edgepix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the lines that {@code ./dev run} prints at the start. */
class RunTest {
    private static final String URL = "http://localhost:8080";

    @TempDir
    Path folder;

    private String welcome() {
        return Run.welcome(URL, folder, ConfigReader.defaults());
    }

    @Test
    void welcome_firstNamesThePage() {
        assertThat(welcome())
                .startsWith("Open " + URL + "/ in a browser\n")
                .endsWith("ask for a picture by its path in the folder: " + URL + "/PATH?d=200x200");
    }

    @Test
    void welcome_ifThereArePictures_hasUrlsOfThem() throws IOException {
        Files.createFile(folder.resolve("my cat.jpg"));

        assertThat(welcome())
                .startsWith("Open " + URL + "/ in a browser\n")
                .contains("\n  " + URL + "/my%20cat.jpg?d=200x200\n");
    }
}
