package io.edgepix.imaging.svg;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.OptionalInt;

/** The characters in the fonts that edgepix ships, from their "cmap" tables (OpenType, "cmap", format 4). */
final class FontCoverage {
    private static final int TABLES = 12;
    private static final int TABLE_RECORD = 16;
    private static final int CMAP = 0x636D6170;
    private static final int SUBTABLE_RECORD = 8;
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final BitSet characters = new BitSet();

    private FontCoverage() {}

    /** Reads all fonts in a folder. */
    static FontCoverage of(Path folder) throws IOException {
        FontCoverage coverage = new FontCoverage();
        try (DirectoryStream<Path> fonts = Files.newDirectoryStream(folder, "*.ttf")) {
            for (Path font : fonts) {
                coverage.add(ByteBuffer.wrap(Files.readAllBytes(font)));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("Expected whole fonts in " + folder + ", got a damaged one", e);
        }
        return coverage;
    }

    private void add(ByteBuffer font) {
        int tables = font.getShort(4) & 0xFFFF;
        for (int i = 0; i < tables; i++) {
            int at = TABLES + i * TABLE_RECORD;
            if (font.getInt(at) == CMAP) {
                int cmap = font.getInt(at + 8);
                int subtables = font.getShort(cmap + 2) & 0xFFFF;
                for (int j = 0; j < subtables; j++) {
                    addSubtable(font, cmap + font.getInt(cmap + 4 + j * SUBTABLE_RECORD + 4));
                }
            }
        }
    }

    private void addSubtable(ByteBuffer font, int at) {
        if (font.getShort(at) != 4) {
            return;
        }
        int doubled = font.getShort(at + 6) & 0xFFFF;
        for (int segment = 0; segment < doubled; segment += 2) {
            int end = font.getShort(at + 14 + segment) & 0xFFFF;
            int start = font.getShort(at + 16 + doubled + segment) & 0xFFFF;
            int delta = font.getShort(at + 16 + 2 * doubled + segment);
            int place = at + 16 + 3 * doubled + segment;
            int offset = font.getShort(place) & 0xFFFF;
            for (int c = start; c <= end && c < 0xFFFF; c++) {
                int glyph = offset == 0 ? c + delta : font.getShort(place + offset + 2 * (c - start));
                characters.set(c, (glyph & 0xFFFF) != 0);
            }
        }
    }

    /** Tells whether a font has a character, or the character is invisible: spaces, controls and directional marks. */
    boolean has(int character) {
        int type = Character.getType(character);
        return characters.get(character)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR;
    }

    /** Returns the first character that no font has. */
    OptionalInt firstMissing(String text) {
        return composed(text).codePoints().filter(each -> !has(each)).findFirst();
    }

    /**
     * Returns the text with each character that no font has replaced by a no-break space. Combining marks that no font
     * has are left out.
     */
    String covered(String text) {
        StringBuilder out = new StringBuilder(text.length());
        composed(text).codePoints().forEach(each -> {
            if (has(each)) {
                out.appendCodePoint(each);
            } else if (Character.getType(each) != Character.NON_SPACING_MARK) {
                out.append(NO_BREAK_SPACE);
            }
        });
        return out.toString();
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
