package io.edgepix.imaging.codec;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import java.util.List;
import java.util.Optional;

/**
 * What the blocks of an animation say, before anything is decoded.
 *
 * @param canvas on which frames are drawn
 * @param millis for how long each frame is shown
 * @param plays how often they are all shown, 0 for without end
 * @param stored pixels of all frames, as they are stored; each may be larger than the canvas
 * @param cut whether one more frame follows that is cut short
 */
public record Animation(Header canvas, List<Integer> millis, int plays, long stored, boolean cut) {
    /** Whether a format can move. */
    public static boolean isIn(Format format) {
        return format == Format.WEBP || format == Format.GIF;
    }

    /** Whether there is a second frame, whole or cut short. */
    public boolean isAnimated() {
        return frames() + (cut ? 1 : 0) > 1;
    }

    /** Returns the number of frames that are whole. */
    public int frames() {
        return millis.size();
    }

    /** Whether so many frames, of that many pixels each, are more than may be. */
    public boolean isOver(Limits limits, long pixels) {
        return frames() > limits.maxFrames() || pixels > limits.maxPixels() / frames();
    }

    /** Returns what the log says of a frame that is cut short. */
    public Optional<Notice> notice() {
        return cut
                ? Optional.of(Notice.leftOut(
                        frames() + " of " + (frames() + 1) + " frames: the last one is cut short"))
                : Optional.empty();
    }

    /** The same of the frames that it has. */
    public boolean isOver(Limits limits) {
        return isOver(limits, (long) canvas.width() * canvas.height());
    }
}
