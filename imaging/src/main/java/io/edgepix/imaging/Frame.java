package io.edgepix.imaging;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;

/**
 * The part of a picture that is kept, and the size it is drawn at; no side is longer than it was.
 *
 * @param x of the kept part, as are y, partWidth and partHeight, in the picture's own pixels
 */
record Frame(int width, int height, double x, double y, double partWidth, double partHeight) {
    /** The longest side that every reader and writer of JPEG and GIF takes. */
    private static final int LONGEST = 65_500;

    /** For a picture as it is stored, upright or not; padding comes on top of it. */
    static Frame of(Header header, RenderRequest request) {
        Orientation orientation = header.orientation();
        Frame stored = orientation.swapsSides()
                ? upright(header.height(), header.width(), request).transposed()
                : upright(header.width(), header.height(), request);
        return stored.flipped(orientation, header);
    }

    static Frame upright(int pictureWidth, int pictureHeight, RenderRequest request) {
        Size box = request.size();
        boolean free = box.width() == 0 || box.height() == 0;
        int boxWidth = box.width() == 0 ? longest(request.format()) : box.width();
        int boxHeight = box.height() == 0 ? longest(request.format()) : box.height();
        return switch (free ? Fit.CONTAIN : request.fit()) {
            case CONTAIN, PAD -> contain(pictureWidth, pictureHeight, boxWidth, boxHeight);
            case COVER -> cover(pictureWidth, pictureHeight, boxWidth, boxHeight, request.focus());
            case FILL -> fill(pictureWidth, pictureHeight, boxWidth, boxHeight);
        };
    }

    private static int longest(Format format) {
        return switch (format) {
            case WEBP, AVIF -> Size.MAX_SIDE;
            case JPEG, GIF -> LONGEST;
            case PNG -> Integer.MAX_VALUE;
        };
    }

    private static Frame contain(int pictureWidth, int pictureHeight, int boxWidth, int boxHeight) {
        double scale = Math.min(1, Math.min((double) boxWidth / pictureWidth, (double) boxHeight / pictureHeight));
        return new Frame(side(pictureWidth * scale), side(pictureHeight * scale), 0, 0, pictureWidth, pictureHeight);
    }

    private static Frame fill(int pictureWidth, int pictureHeight, int boxWidth, int boxHeight) {
        int width = Math.min(pictureWidth, boxWidth);
        int height = Math.min(pictureHeight, boxHeight);
        return new Frame(width, height, 0, 0, pictureWidth, pictureHeight);
    }

    private static Frame cover(int pictureWidth, int pictureHeight, int boxWidth, int boxHeight, Focus focus) {
        double partWidth = Math.min(pictureWidth, pictureHeight * (double) boxWidth / boxHeight);
        double partHeight = Math.min(pictureHeight, pictureWidth * (double) boxHeight / boxWidth);
        if (partWidth < boxWidth || partHeight < boxHeight) {
            int width = Math.min(side(partWidth), pictureWidth);
            int height = Math.min(side(partHeight), pictureHeight);
            double left = Math.floor(start(pictureWidth, width, focus.x()));
            double top = Math.floor(start(pictureHeight, height, focus.y()));
            return new Frame(width, height, left, top, width, height);
        }
        double x = start(pictureWidth, partWidth, focus.x());
        double y = start(pictureHeight, partHeight, focus.y());
        return new Frame(boxWidth, boxHeight, x, y, partWidth, partHeight);
    }

    /** Where a part starts that has the focal point as near to its middle as the picture allows. */
    private static double start(int length, double part, int percent) {
        return Math.clamp((length * (double) percent / 50 - part) / 2, 0, length - part);
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    private Frame transposed() {
        return new Frame(height, width, y, x, partHeight, partWidth);
    }

    private Frame flipped(Orientation orientation, Header header) {
        double left = orientation.flipsX() ? header.width() - partWidth - x : x;
        double top = orientation.flipsY() ? header.height() - partHeight - y : y;
        return new Frame(width, height, left, top, partWidth, partHeight);
    }

    /** How many of the picture's pixels go into one that is drawn, along the side where they are fewer. */
    double shrink() {
        return Math.min(partWidth / width, partHeight / height);
    }
}
