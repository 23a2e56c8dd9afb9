package io.edgepix.imaging.animation;

import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.NativePixels;
import io.edgepix.imaging.gif.GifFile;
import io.edgepix.imaging.gif.GifFrame;
import io.edgepix.imaging.gif.GifLzw;
import io.edgepix.imaging.gif.GifLzw.End;
import io.edgepix.imaging.model.Header;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Draws the frames of an animated GIF as browsers show them.
 *
 * <p>The canvas is transparent at first. Disposal to the background also makes it transparent, and ignores the
 * background colour. For the first frame, disposal to "previous" restores the empty canvas.
 */
final class GifFrames {
    private static final int BANDS = 4;

    private final GifLzw lzw = new GifLzw();
    private final List<GifFrame> frames;
    private final int width;
    private final int height;
    /** The pixels as 0xAABBGGRR, which is the byte order RGBA in memory. */
    private final int[] canvas;

    private int[] before = {};
    private int next;

    /** Creates a transparent canvas for the frames of a file. */
    GifFrames(GifFile file) throws IOException {
        Header screen = file.canvas();
        this.frames = file.frames();
        this.width = screen.width();
        this.height = screen.height();
        this.canvas = new int[width * height];
    }

    /**
     * Draws the next frame and returns the canvas. If pixels of the frame are missing or damaged, the result is empty,
     * and nothing more is drawn.
     */
    Optional<NativePixels> next(NativeMemory memory) {
        if (next > 0) {
            dispose(frames.get(next - 1));
        }
        GifFrame frame = frames.get(next);
        if (frame.isUndone()) {
            before = before.length == 0 ? canvas.clone() : before;
            System.arraycopy(canvas, 0, before, 0, canvas.length);
        }
        if (!draw(frame)) {
            return Optional.empty();
        }
        next++;
        return Optional.of(new NativePixels(memory.copy(canvas), width, height, BANDS));
    }

    private void dispose(GifFrame frame) {
        if (frame.isUndone()) {
            System.arraycopy(before, 0, canvas, 0, canvas.length);
        } else if (frame.isCleared()) {
            int bottom = Math.min(height, frame.top() + frame.height());
            int shown = shown(frame);
            for (int y = frame.top(); y < bottom && shown > 0; y++) {
                int start = y * width + frame.left();
                Arrays.fill(canvas, start, start + shown, 0);
            }
        }
    }

    /** Returns the number of a frame's columns on the canvas; 0 or less if there are none. */
    private int shown(GifFrame frame) {
        return Math.min(frame.width(), width - frame.left());
    }

    private boolean draw(GifFrame frame) {
        int[] palette = frame.palette();
        for (int i = 0; i < palette.length; i++) {
            int argb = palette[i];
            palette[i] = (argb & 0xFF00FF00) | (argb & 0xFF) << 16 | (argb >> 16 & 0xFF);
        }
        int shown = shown(frame);
        return lzw.decode(frame, (stored, indices) -> {
                    int y = frame.top() + frame.row(stored);
                    if (y < height) {
                        draw(indices, palette, y * width + frame.left(), shown);
                    }
                })
                == End.WHOLE;
    }

    private void draw(byte[] indices, int[] palette, int start, int shown) {
        for (int x = 0; x < shown; x++) {
            int pixel = palette[indices[x] & 0xFF];
            if (pixel != 0) {
                canvas[start + x] = pixel;
            }
        }
    }
}
