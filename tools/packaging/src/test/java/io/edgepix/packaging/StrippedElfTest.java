package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the library of webp-imageio, which has symbols for debuggers. */
class StrippedElfTest {
    private static final int SYMBOL_TABLE = 2;
    private static final int DYNAMIC_SYMBOLS = 11;

    @TempDir
    private Path folder;

    @Test
    void of_leavesOutTheSymbolTable() throws IOException {
        byte[] stripped = StrippedElf.of(library());

        assertThat(sectionTypes(library())).contains(SYMBOL_TABLE, DYNAMIC_SYMBOLS);
        assertThat(sectionTypes(stripped)).contains(DYNAMIC_SYMBOLS).doesNotContain(SYMBOL_TABLE);
        assertThat(stripped).hasSizeLessThan(library().length);
    }

    @Test
    void of_keepsTheSectionsThatOthersReferTo() throws IOException {
        assertThat(Elf.read(StrippedElf.of(library()))).isEqualTo(Elf.read(library()));
    }

    @Test
    @SuppressWarnings("restricted")
    void of_returnsALibraryThatCanBeLoaded() throws IOException {
        Path file = Files.write(folder.resolve("libstripped.so"), StrippedElf.of(library()));

        try (Arena arena = Arena.ofConfined()) {
            assertThat(SymbolLookup.libraryLookup(file, arena).find("WebPGetEncoderVersion"))
                    .isPresent();
        }
    }

    @Test
    void of_aStrippedLibrary_isTheSameBytes() throws IOException {
        byte[] once = StrippedElf.of(library());

        assertThat(StrippedElf.of(once)).isEqualTo(once);
    }

    @Test
    void of_aTextFile_isTheSameBytes() {
        byte[] text = "#!/bin/sh\n".repeat(9).getBytes(StandardCharsets.UTF_8);

        assertThat(StrippedElf.of(text)).isSameAs(text);
    }

    private static List<Integer> sectionTypes(byte[] elf) {
        ByteBuffer file = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < file.getShort(60); i++) {
            types.add(file.getInt((int) file.getLong(40) + i * file.getShort(58) + 4));
        }
        return types;
    }

    private static byte[] library() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StrippedElfTest.class.getResourceAsStream("/native/Linux/x86_64/libwebp-imageio.so"))) {
            return in.readAllBytes();
        }
    }
}
