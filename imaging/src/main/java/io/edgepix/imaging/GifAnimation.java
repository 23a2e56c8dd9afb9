package io.edgepix.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks the blocks of a GIF, by "Graphics Interchange Format, Version 89a" and Netscape's extension for loops. */
final class GifAnimation {
    private static final int MOST_FRAMES = 100_000;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int FRAME_HEADER = 10;

    /** A frame of one transparent pixel, and the end. */
    private static final byte[] TRANSPARENT_FRAME = {
        EXTENSION,
        (byte) CONTROL,
        4,
        1,
        0,
        0,
        0,
        0, // the first colour is transparent
        FRAME,
        0,
        0,
        0,
        0,
        1,
        0,
        1,
        0,
        (byte) 0x80,
        0,
        0,
        0,
        0,
        0,
        0, // with two colours of its own
        2,
        2,
        0x44,
        1,
        0, // clear, the first colour, end
        0x3B
    };

    private final byte[] gif;
    private final List<Integer> millis = new ArrayList<>();
    private int plays = 1;
    private int nextMillis;
    private long stored;

    private GifAnimation(byte[] gif) {
        this.gif = gif;
    }

    /** Of up to {@value #MOST_FRAMES} frames. What is no block ends it, as it does in browsers. */
    static Animation read(byte[] gif, boolean lenient) throws IOException {
        GifScreen screen = GifScreen.read(gif);
        GifAnimation animation = new GifAnimation(gif);
        animation.walk(lenient);
        Header canvas = new Header(screen.width(), screen.height(), Orientation.UPRIGHT);
        return new Animation(canvas, List.copyOf(animation.millis), animation.plays, animation.stored);
    }

    /**
     * The same animation with one more frame, where the first one leaves a part of the screen empty: decoders that give
     * alpha only where some frame has a transparent colour then show that part as what it is, and not as black.
     */
    static byte[] withAlpha(byte[] gif) throws IOException {
        GifScreen screen = GifScreen.read(gif);
        if (screen.frameWidth() == screen.width() && screen.frameHeight() == screen.height()) {
            return gif;
        }
        int end = new GifAnimation(gif).walk(true);
        byte[] longer = Arrays.copyOf(gif, end + TRANSPARENT_FRAME.length);
        System.arraycopy(TRANSPARENT_FRAME, 0, longer, end, TRANSPARENT_FRAME.length);
        return longer;
    }

    /** Gives where it ends. */
    private int walk(boolean lenient) throws IOException {
        int at = GifScreen.LENGTH + GifScreen.paletteLength(gif[10]);
        while (at < gif.length && millis.size() < MOST_FRAMES) {
            int after = after(at);
            boolean cut = after > gif.length;
            if (cut && !lenient && gif[at] == FRAME) {
                throw new IOException("Frame " + millis.size() + " at offset " + at + " is cut short");
            }
            if (cut || after == at) {
                return at;
            }
            note(at);
            at = after;
        }
        return at;
    }

    /** Where the block ends; beyond the file where it is cut short, and where it begins if it is none. */
    private int after(int at) {
        if (gif[at] == EXTENSION) {
            return afterData(at + 2);
        }
        if (gif[at] != FRAME) {
            return at;
        }
        int palette = at + FRAME_HEADER > gif.length ? 0 : GifScreen.paletteLength(gif[at + FRAME_HEADER - 1]);
        return afterData(at + FRAME_HEADER + palette + 1);
    }

    private int afterData(int start) {
        int at = start;
        while (at < gif.length && gif[at] != 0) {
            at += 1 + (gif[at] & 0xFF);
        }
        return at + 1;
    }

    private void note(int at) {
        if (gif[at] == FRAME) {
            millis.add(nextMillis);
            stored += (long) Bytes.little16(gif, at + 5) * Bytes.little16(gif, at + 7);
            nextMillis = 0;
        } else if ((gif[at + 1] & 0xFF) == CONTROL && gif[at + 2] >= 4) {
            nextMillis = Bytes.little16(gif, at + 4) * 10;
        } else if ((gif[at + 1] & 0xFF) == APPLICATION && isLoop(at + 3)) {
            int again = Bytes.little16(gif, at + 16);
            plays = again == 0 ? 0 : again + 1;
        }
    }

    private boolean isLoop(int at) {
        boolean named = Bytes.has(gif, at, "NETSCAPE2.0") || Bytes.has(gif, at, "ANIMEXTS1.0");
        return named && gif[at + 11] >= 3 && gif[at + 12] == 1;
    }
}
