package io.edgepix.imaging.svg;

import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;

/**
 * The part of a drawing that is drawn, in pixels of the whole drawing at that scale.
 *
 * @param wholeWidth of the drawing, as is wholeHeight
 */
record SvgArea(int wholeWidth, int wholeHeight, int left, int top, int width, int height) {
    /** What a frame shows. */
    static SvgArea of(Frame frame, SvgSize size) throws UnrenderableException {
        double across = frame.width() / frame.partWidth();
        double down = frame.height() / frame.partHeight();
        int width = whole(size.width() * across, frame.width());
        int height = whole(size.height() * down, frame.height());
        int left = Math.clamp(Math.round(frame.x() * across), 0, width - frame.width());
        int top = Math.clamp(Math.round(frame.y() * down), 0, height - frame.height());
        return new SvgArea(width, height, left, top, frame.width(), frame.height());
    }

    private static int whole(double length, int part) throws UnrenderableException {
        if (length > Frame.LONGEST_DRAWN + 0.5) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The whole drawing would be " + Math.round(length) + " pixels long; at most " + Frame.LONGEST_DRAWN
                            + " are drawn.");
        }
        return Math.max(part, (int) Math.round(length));
    }
}
