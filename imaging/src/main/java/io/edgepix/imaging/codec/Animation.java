package io.edgepix.imaging.codec;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import java.util.List;
import java.util.Optional;

/**
 * The structure of an animation, read from its blocks or chunks before any frame is decoded.
 *
 * @param canvas the canvas on which frames are drawn
 * @param millis the time for which each whole frame is shown, in milliseconds
 * @param plays the number of times that the animation is played; 0 means forever
 * @param stored the number of stored pixels of all frames; a frame may be larger than the canvas
 * @param cut whether a last frame follows, which is cut short
 */
public record Animation(Header canvas, List<Integer> millis, int plays, long stored, boolean cut) {
    /** Tells whether derivatives in a format can be animated. */
    public static boolean isIn(Format format) {
        return format == Format.WEBP || format == Format.GIF;
    }

    /** Tells whether there is a second frame, whole or cut short. */
    public boolean isAnimated() {
        return frames() + (cut ? 1 : 0) > 1;
    }

    /** Returns the number of frames that are whole. */
    public int frames() {
        return millis.size();
    }

    /** Tells whether its frames, at the given number of pixels each, exceed the limits. */
    public boolean isOver(Limits limits, long pixels) {
        return frames() > limits.maxFrames() || pixels > limits.maxPixels() / frames();
    }

    /** Returns a notice if the last frame is cut short. */
    public Optional<Notice> notice() {
        return cut
                ? Optional.of(Notice.leftOut(
                        "rendered only " + frames() + " of " + (frames() + 1) + " frames: the last one is cut short"))
                : Optional.empty();
    }

    /** Tells whether its frames, at the size of the canvas, exceed the limits. */
    public boolean isOver(Limits limits) {
        return isOver(limits, (long) canvas.width() * canvas.height());
    }
}
