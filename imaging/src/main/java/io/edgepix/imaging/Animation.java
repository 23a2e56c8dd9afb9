package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the blocks of a moving picture say, before anything is decoded.
 *
 * @param canvas on which frames are drawn
 * @param millis for how long each frame is shown
 * @param plays how often they are all shown, 0 for without end
 * @param stored pixels of all frames, as they are stored; each may be larger than the canvas
 */
record Animation(Header canvas, List<Integer> millis, int plays, long stored) {
    /** Whether a format can move. */
    static boolean isIn(Format format) {
        return format == Format.WEBP || format == Format.GIF;
    }

    /**
     * Walks the blocks, and decodes nothing.
     *
     * @param lenient whether a frame that is cut short ends the animation, instead of breaking it
     * @return null where it is another format, or has one frame only
     */
    static @Nullable Animation of(byte[] original, boolean lenient) throws IOException {
        Animation animation = null;
        if (new GifDecoder().recognises(original)) {
            animation = GifAnimation.read(original, lenient);
        } else if (new WebpDecoder().recognises(original)) {
            animation = WebpAnimation.read(original);
        }
        return animation == null || animation.frames() < 2 ? null : animation;
    }

    int frames() {
        return millis.size();
    }

    /** Whether so many frames, of that many pixels each, are more than may be. */
    boolean isOver(Limits limits, long pixels) {
        return frames() > limits.maxFrames() || pixels > limits.maxPixels() / frames();
    }

    /** The same of the frames that it has. */
    boolean isOver(Limits limits) {
        return isOver(limits, (long) canvas.width() * canvas.height());
    }
}
