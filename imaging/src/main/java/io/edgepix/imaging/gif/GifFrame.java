package io.edgepix.imaging.gif;

import io.edgepix.imaging.bytes.Bytes;
import java.util.Arrays;
import java.util.OptionalInt;

/** A frame of a GIF: its image descriptor and the graphic control extension before it, if there is one. */
public final class GifFrame {
    /** The length of an image descriptor in bytes. */
    static final int DESCRIPTOR = 10;

    private static final int COLOURS = 256;
    private static final int BLACK = 0xFF000000;
    private static final int INTERLACED = 0x40;

    private final byte[] gif;
    private final int at;
    private final OptionalInt control;

    /**
     * Creates a frame. Its blocks are not checked.
     *
     * @param at the offset of its image descriptor
     * @param control the offset of its graphic control extension, if there is one
     */
    GifFrame(byte[] gif, int at, OptionalInt control) {
        this.gif = gif;
        this.at = at;
        this.control = control;
    }

    public int left() {
        return Bytes.little16(gif, at + 1);
    }

    public int top() {
        return Bytes.little16(gif, at + 3);
    }

    public int width() {
        return Bytes.little16(gif, at + 5);
    }

    public int height() {
        return Bytes.little16(gif, at + 7);
    }

    long pixels() {
        return (long) width() * height();
    }

    private byte flags() {
        return gif[at + DESCRIPTOR - 1];
    }

    /** Returns the offset of the LZW minimum code size, which precedes the blocks of data. */
    int data() {
        return at + DESCRIPTOR + GifColourTable.length(flags());
    }

    /** Returns the stated delay in milliseconds; 0 if there is none. */
    int millis() {
        return control.isEmpty() ? 0 : Bytes.little16(gif, control.getAsInt() + 4) * 10;
    }

    private int disposal() {
        return control.isEmpty() ? 0 : gif[control.getAsInt() + 3] >> 2 & 7;
    }

    /** Tells whether the frame's rectangle becomes transparent after its delay. */
    public boolean isCleared() {
        return disposal() == 2;
    }

    /**
     * Tells whether the canvas returns to its previous state after the frame's delay. Some writers store 4 instead of
     * the specified 3.
     */
    public boolean isUndone() {
        return disposal() == 3 || disposal() == 4;
    }

    boolean hasTransparentColour() {
        return control.isPresent() && (gif[control.getAsInt() + 3] & 1) != 0;
    }

    /**
     * Returns 256 colours as 0xAARRGGBB; the transparent one is 0. Colours that the table lacks are black, as in
     * browsers.
     */
    public int[] palette() {
        int[] palette = new int[COLOURS];
        Arrays.fill(palette, BLACK);
        int local = GifColourTable.length(flags());
        int start = local > 0 ? at + DESCRIPTOR : GifColourTable.GLOBAL;
        int length = local > 0 ? local : GifColourTable.globalLength(gif);
        for (int i = 0; i < length / 3; i++) {
            palette[i] |= Bytes.big16(gif, start + 3 * i) << 8 | (gif[start + 3 * i + 2] & 0xFF);
        }
        if (hasTransparentColour()) {
            palette[gif[control.getAsInt() + 6] & 0xFF] = 0;
        }
        return palette;
    }

    /**
     * Returns the row of the frame at a position in storage order. In interlaced frames, rows are not stored from top
     * to bottom.
     */
    public int row(int stored) {
        if ((flags() & INTERLACED) == 0) {
            return stored;
        }
        int height = height();
        int at = stored;
        for (int pass = 0; ; pass++) {
            int first = pass == 0 ? 0 : 8 >> pass;
            int step = pass == 0 ? 8 : 16 >> pass;
            int rows = (height - first + step - 1) / step;
            if (at < rows || pass == 3) {
                return first + at * step;
            }
            at -= rows;
        }
    }

    boolean isInterlaced() {
        return (flags() & INTERLACED) != 0;
    }

    /** Returns the bytes of the file, to which the offset {@link #data} refers. */
    byte[] file() {
        return gif;
    }
}
