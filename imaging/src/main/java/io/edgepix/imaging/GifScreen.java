package io.edgepix.imaging;

import java.io.IOException;

/**
 * The logical screen of a GIF, grown as browsers do to hold its first frame, and that frame's place.
 *
 * @param left of the frame on the screen, as is top
 */
record GifScreen(int width, int height, int left, int top, int frameWidth, int frameHeight, boolean interlaced) {
    /** Of the file's header and the screen's description, in bytes. */
    static final int LENGTH = 13;

    /** Walks the blocks up to the end of the first frame, which must be there. */
    static GifScreen read(byte[] gif) throws IOException {
        int at = frame(gif);
        int left = Bytes.little16(gif, at + 1);
        int top = Bytes.little16(gif, at + 3);
        int frameWidth = Bytes.little16(gif, at + 5);
        int frameHeight = Bytes.little16(gif, at + 7);
        afterBlocks(gif, at + 10 + paletteLength(gif[at + 9]) + 1);

        int width = Math.max(Bytes.little16(gif, 6), left + frameWidth);
        int height = Math.max(Bytes.little16(gif, 8), top + frameHeight);
        boolean interlaced = (gif[at + 9] & 0x40) != 0;
        return new GifScreen(width, height, left, top, frameWidth, frameHeight, interlaced);
    }

    /** Where the first frame's descriptor stands. */
    private static int frame(byte[] gif) throws IOException {
        int at = LENGTH + paletteLength(gif[10]);
        while (gif[at] == 0x21) {
            at = afterBlocks(gif, at + 2);
        }
        if (gif[at] != 0x2C) {
            throw new IOException(
                    "Expected a frame at offset " + at + ", and 0x" + Integer.toHexString(gif[at] & 0xFF) + " came");
        }
        return at;
    }

    /** Where the blocks of the first frame's data begin. */
    static int dataOf(byte[] gif) throws IOException {
        int at = frame(gif);
        return at + 10 + paletteLength(gif[at + 9]) + 1;
    }

    /** In bytes, by the flags of a screen or a frame. */
    static int paletteLength(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(byte[] gif, int start) {
        int at = start;
        while (gif[at] != 0) {
            at += 1 + (gif[at] & 0xFF);
        }
        return at + 1;
    }
}
