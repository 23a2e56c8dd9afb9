package io.edgepix.imaging.gif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a GIF, as specified in "Graphics Interchange Format, Version 89a", with Netscape's extension for loops.
 *
 * <p>As in browsers, a byte that does not begin a block ends the file. The trailer may be missing.
 */
public final class GifFile {
    private static final int MOST_FRAMES = 100_000;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int NAME = 11;

    private final byte[] gif;
    private final List<GifFrame> whole = new ArrayList<>();
    private @Nullable GifFrame partial;
    private boolean cut;
    private int plays = 1;

    private GifFile(byte[] gif) {
        this.gif = gif;
    }

    /**
     * Reads up to {@value #MOST_FRAMES} frames.
     *
     * @throws IOException if the header is cut short
     */
    static GifFile read(byte[] gif) throws IOException {
        if (gif.length < GifColourTable.GLOBAL) {
            throw new IOException("Expected at least " + GifColourTable.GLOBAL + " bytes, got " + gif.length);
        }
        GifFile file = new GifFile(gif);
        file.walk();
        return file;
    }

    private void walk() {
        int at = GifColourTable.GLOBAL + GifColourTable.globalLength(gif);
        OptionalInt control = OptionalInt.empty();
        while (at < gif.length && whole.size() < MOST_FRAMES) {
            int after;
            if (gif[at] == EXTENSION) {
                after = afterBlocks(at + 2);
                control = after <= gif.length && isControl(at) ? OptionalInt.of(at) : control;
                notePlays(at, after);
            } else if (gif[at] == FRAME) {
                after = afterFrame(at, control);
                control = OptionalInt.empty();
            } else {
                return;
            }
            at = after;
        }
    }

    /**
     * Adds a frame and returns the offset after it. Even if its last block is cut short, the frame may have all of its
     * pixels.
     */
    private int afterFrame(int at, OptionalInt control) {
        GifFrame frame = new GifFrame(gif, at, control);
        if (at + GifFrame.DESCRIPTOR >= gif.length || frame.data() >= gif.length) {
            cut = true;
            return gif.length;
        }
        int after = afterBlocks(frame.data() + 1);
        if (after > gif.length && !new GifLzw().isWhole(frame)) {
            cut = true;
            partial = frame;
        } else {
            whole.add(frame);
        }
        return after;
    }

    private int afterBlocks(int start) {
        int at = start;
        while (at < gif.length && gif[at] != 0) {
            at += 1 + (gif[at] & 0xFF);
        }
        return at + 1;
    }

    private boolean isControl(int at) {
        return (gif[at + 1] & 0xFF) == CONTROL && gif[at + 2] >= 4;
    }

    private void notePlays(int at, int after) {
        if (after <= gif.length && (gif[at + 1] & 0xFF) == APPLICATION && gif[at + 2] == NAME && isLoop(at + 3)) {
            int again = Bytes.little16(gif, at + 16);
            plays = again == 0 ? 0 : again + 1;
        }
    }

    private boolean isLoop(int at) {
        boolean named = Bytes.has(gif, at, "NETSCAPE2.0") || Bytes.has(gif, at, "ANIMEXTS1.0");
        return named && gif[at + NAME] >= 3 && gif[at + NAME + 1] == 1;
    }

    /**
     * Returns the first frame, even if it is cut short.
     *
     * @throws IOException if there is none
     */
    GifFrame first() throws IOException {
        GifFrame first = whole.isEmpty() ? partial : whole.getFirst();
        if (first == null) {
            throw new IOException("Expected a frame, got none");
        }
        return first;
    }

    /** Returns the dimensions of the logical screen, enlarged to hold the first frame, as in browsers. */
    public Header canvas() throws IOException {
        GifFrame first = first();
        int width = Math.max(Bytes.little16(gif, 6), first.left() + first.width());
        int height = Math.max(Bytes.little16(gif, 8), first.top() + first.height());
        return new Header(width, height, Orientation.UPRIGHT);
    }

    /** Returns the frames whose data is whole. */
    public List<GifFrame> frames() {
        return whole;
    }

    /** Returns the structure of the animation. */
    public Animation animation() throws IOException {
        List<Integer> millis = whole.stream().map(GifFrame::millis).toList();
        long stored = whole.stream().mapToLong(GifFrame::pixels).sum();
        return new Animation(canvas(), millis, plays, stored, cut);
    }
}
