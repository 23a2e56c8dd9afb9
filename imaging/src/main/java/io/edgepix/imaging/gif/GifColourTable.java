package io.edgepix.imaging.gif;

/**
 * The position and the length of a colour table in a GIF: the global table of the file, or the local table of a frame.
 */
final class GifColourTable {
    /** The offset of the global colour table, which follows the header and the logical screen descriptor. */
    static final int GLOBAL = 13;

    private static final int SCREEN_FLAGS = 10;

    private GifColourTable() {}

    /** Returns the length of the global colour table in bytes; 0 if there is none. */
    static int globalLength(byte[] gif) {
        return length(gif[SCREEN_FLAGS]);
    }

    /** Returns the length of a colour table in bytes, from the flags of a screen or a frame; 0 if there is none. */
    static int length(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
