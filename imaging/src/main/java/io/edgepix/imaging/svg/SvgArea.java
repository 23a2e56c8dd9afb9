package io.edgepix.imaging.svg;

import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;

/**
 * The part of a drawing that is rendered, in pixels at the derivative's scale.
 *
 * @param wholeWidth the width of the whole drawing
 * @param wholeHeight the height of the whole drawing
 */
record SvgArea(int wholeWidth, int wholeHeight, int left, int top, int width, int height) {
    /**
     * Returns the part that a frame shows.
     *
     * @throws UnrenderableException if the whole drawing has a side of more than {@link Crop#LONGEST_DRAWN} pixels
     */
    static SvgArea of(Crop frame, SvgSize size) throws UnrenderableException {
        double across = frame.width() / frame.partWidth();
        double down = frame.height() / frame.partHeight();
        int width = whole(size.width() * across, frame.width());
        int height = whole(size.height() * down, frame.height());
        int left = Math.clamp(Math.round(frame.x() * across), 0, width - frame.width());
        int top = Math.clamp(Math.round(frame.y() * down), 0, height - frame.height());
        return new SvgArea(width, height, left, top, frame.width(), frame.height());
    }

    private static int whole(double length, int part) throws UnrenderableException {
        if (length > Crop.LONGEST_DRAWN + 0.5) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The whole drawing would be " + Math.round(length) + " pixels long; at most " + Crop.LONGEST_DRAWN
                            + " are drawn.");
        }
        return Math.max(part, (int) Math.round(length));
    }
}
