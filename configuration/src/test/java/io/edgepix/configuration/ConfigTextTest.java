package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {
    @TempDir
    Path folder;

    @Test
    void of_aByteOrderMark_isLeftOut() throws IOException {
        assertThat(ConfigText.of(file("\uFEFF{\"avif\": true}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{\"avif\": true}");
    }

    @Test
    void of_aFolder_isReported() {
        assertThatThrownBy(() -> ConfigText.of(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessage(folder + ": expected a file, got a folder");
    }

    @Test
    void of_aMissingFile_isReported() {
        Path file = folder.resolve("none.json");

        assertThatThrownBy(() -> ConfigText.of(file)).hasMessage(file + ": there is no such file");
    }

    @Test
    void of_latin1_namesTheLineAndTheByte() throws IOException {
        Path file = file("{\n\"placeholder\": \"\u00e5.png\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ConfigText.of(file))
                .hasMessage(file + ": line 2: expected UTF-8, got the byte 0xe5 at offset 18");
    }

    @Test
    void of_halfACharacterAtTheEnd_namesItsFirstByte() throws IOException {
        Path file = file(new byte[] {'{', '}', (byte) 0xC3});

        assertThatThrownBy(() -> ConfigText.of(file))
                .hasMessage(file + ": line 1: expected UTF-8, got the byte 0xc3 at offset 2");
    }

    @Test
    void of_utf16_isReported() throws IOException {
        Path file = file("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> ConfigText.of(file))
                .hasMessage(file + ": line 1: expected UTF-8, got UTF-16, by its byte-order mark");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("my.json"), bytes);
    }
}
