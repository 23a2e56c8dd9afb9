package io.edgepix.documents.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Checks the tables of a TrueType font before it is parsed, since a parser believes what they claim. Tables that are
 * not embedded are removed, so that nothing parses them.
 */
final class FontTables {
    private static final int TRUE_TYPE = 0x0001_0000;
    private static final int APPLE_TRUE_TYPE = 0x7472_7565;
    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int LENGTH = 12;
    private static final int MAX_TABLES = 64;
    private static final Set<String> NEEDED = Set.of(
            "head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "post", "name", "OS/2", "cvt ", "prep", "fpgm",
            "gasp");

    private FontTables() {}

    /**
     * Returns a font with only the tables that are needed.
     *
     * @throws FontException if it is not a TrueType font, or its tables cannot be right
     */
    static byte[] checked(byte[] font) throws FontException {
        if (font.length < HEADER) {
            throw new FontException("a broken file");
        }
        byte[] copy = font.clone();
        ByteBuffer buffer = ByteBuffer.wrap(copy);
        checkKind(buffer.getInt(0));
        int tables = Short.toUnsignedInt(buffer.getShort(4));
        if (tables > MAX_TABLES || HEADER + tables * ENTRY > copy.length) {
            throw new FontException("a broken file");
        }
        long total = 0;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + i * ENTRY;
            String tag = new String(copy, entry, 4, StandardCharsets.ISO_8859_1);
            if (!NEEDED.contains(tag)) {
                buffer.putInt(entry + LENGTH, 0);
                continue;
            }
            long offset = Integer.toUnsignedLong(buffer.getInt(entry + 8));
            long length = Integer.toUnsignedLong(buffer.getInt(entry + LENGTH));
            total += length;
            if (offset + length > copy.length || total > copy.length) {
                throw new FontException("a broken file: its table " + tag + " is longer than the file");
            }
            if (tag.equals("cmap")) {
                CharacterMap.check(
                        ByteBuffer.wrap(copy, (int) offset, (int) length).slice());
            }
        }
        return copy;
    }

    private static void checkKind(int magic) throws FontException {
        if (magic == TRUE_TYPE || magic == APPLE_TRUE_TYPE) {
            return;
        }
        byte[] bytes = ByteBuffer.allocate(4).putInt(magic).array();
        throw new FontException(
                switch (new String(bytes, StandardCharsets.ISO_8859_1)) {
                    case "OTTO" -> "an OpenType font with CFF outlines";
                    case "wOFF" -> "WOFF";
                    case "wOF2" -> "WOFF2";
                    case "ttcf" -> "a collection of fonts";
                    default -> "another kind of file";
                });
    }
}
