package io.edgepix.documents.fonts;

import java.nio.ByteBuffer;

/** Checks that the ranges of a font's character map follow one another, so that a small table has no huge contents. */
final class CharacterMap {
    private static final int MAX_SUBTABLES = 32;
    private static final int MAX_CHARACTER = 0x10_FFFF;

    private CharacterMap() {}

    static void check(ByteBuffer cmap) throws FontException {
        try {
            int subtables = Short.toUnsignedInt(cmap.getShort(2));
            if (subtables > MAX_SUBTABLES) {
                throw broken();
            }
            for (int i = 0; i < subtables; i++) {
                checkSubtable(cmap, cmap.getInt(4 + i * 8 + 4));
            }
        } catch (IndexOutOfBoundsException e) {
            throw broken();
        }
    }

    private static void checkSubtable(ByteBuffer cmap, int offset) throws FontException {
        switch (Short.toUnsignedInt(cmap.getShort(offset))) {
            case 0, 6, 14 -> {
                // Small by their nature, or not read.
            }
            case 4 -> checkSegments(cmap, offset);
            case 12 -> checkGroups(cmap, offset);
            default -> throw new FontException("a font whose character map is of an unknown kind");
        }
    }

    private static void checkSegments(ByteBuffer cmap, int offset) throws FontException {
        int bytes = Short.toUnsignedInt(cmap.getShort(offset + 6));
        int last = -1;
        for (int i = 0; i < bytes; i += 2) {
            int end = Short.toUnsignedInt(cmap.getShort(offset + 14 + i));
            int start = Short.toUnsignedInt(cmap.getShort(offset + 16 + bytes + i));
            if (start <= last || end < start) {
                throw broken();
            }
            last = end;
        }
    }

    private static void checkGroups(ByteBuffer cmap, int offset) throws FontException {
        long groups = Integer.toUnsignedLong(cmap.getInt(offset + 12));
        long last = -1;
        for (long i = 0; i < groups; i++) {
            int group = Math.toIntExact(offset + 16 + i * 12);
            long start = Integer.toUnsignedLong(cmap.getInt(group));
            long end = Integer.toUnsignedLong(cmap.getInt(group + 4));
            if (start <= last || end < start || end > MAX_CHARACTER) {
                throw broken();
            }
            last = end;
        }
    }

    private static FontException broken() {
        return new FontException("a broken file: its character map is wrong");
    }
}
