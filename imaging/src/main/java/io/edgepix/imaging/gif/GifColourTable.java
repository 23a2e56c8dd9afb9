package io.edgepix.imaging.gif;

/** The place and the length of a colour table of a GIF: the global one of the file, or the local one of a frame. */
final class GifColourTable {
    /** The offset of the global colour table, which follows the header and the logical screen descriptor. */
    static final int GLOBAL = 13;

    private static final int SCREEN_FLAGS = 10;

    private GifColourTable() {}

    /** Returns the length of the global colour table in bytes; 0 if there is none. */
    static int globalLength(byte[] gif) {
        return length(gif[SCREEN_FLAGS]);
    }

    /** Returns the length in bytes of a colour table, by the flags of a screen or a frame; 0 if there is none. */
    static int length(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
