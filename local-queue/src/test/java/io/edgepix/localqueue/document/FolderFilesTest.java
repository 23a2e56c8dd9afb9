package io.edgepix.localqueue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoreException.Reason;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        Files.writeString(temporary.resolve("secret"), "secret");
        folder = Files.createDirectories(temporary.resolve("bucket"));
        Files.createDirectories(folder.resolve(".edgepix"));
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve(".edgepix/local.json"), "secret");
        Files.writeString(folder.resolve("a/b/髙.css"), "css");
        Files.createSymbolicLink(folder.resolve("out"), temporary.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("up"), temporary);
        Files.createSymbolicLink(folder.resolve("in.css"), folder.resolve("a/b/髙.css"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/髙.css", "in.css"})
    void file_ofTheFolder_isRead(String key) throws StoreException {
        assertThat(new FolderFiles(folder).read(new Key(key), 3))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "a",
                "out",
                "up/secret",
                "../secret",
                "a/../../secret",
                "/etc/hostname",
                "%2e%2e/secret",
                ".edgepix/local.json",
                "a\u0000b"
            })
    void file_outsideOfTheFolder_isMissing(String key) {
        assertThatThrownBy(() -> new FolderFiles(folder).read(new Key(key), 100))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
    }

    @Test
    void file_overTheLimit_isTooLarge() {
        assertThatThrownBy(() -> new FolderFiles(folder).read(new Key("in.css"), 2))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void key_ofATemplate_isItsPathInTheFolder() {
        FolderFiles files = new FolderFiles(folder);

        assertThat(files.key(folder.resolve("a/../a/b/t.html"))).isEqualTo(new Key("a/b/t.html"));
        assertThatThrownBy(() -> files.key(temporary.resolve("t.html")))
                .hasMessage(temporary.resolve("t.html") + ": expected a file in " + folder + ", got one outside of it");
    }
}
