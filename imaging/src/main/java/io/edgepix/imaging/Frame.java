package io.edgepix.imaging;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;

/**
 * The part of a picture that is kept, and the size it is drawn at; never larger than it was.
 *
 * @param x of the kept part, as are y, partWidth and partHeight, in the picture's own pixels
 */
record Frame(int width, int height, double x, double y, double partWidth, double partHeight) {
    /** For a picture as it is stored, upright or not. */
    static Frame of(Header header, RenderRequest request) {
        return header.orientation().swapsSides()
                ? upright(header.height(), header.width(), request).transposed()
                : upright(header.width(), header.height(), request);
    }

    private static Frame upright(int pictureWidth, int pictureHeight, RenderRequest request) {
        Size box = request.size();
        boolean free = box.width() == 0 || box.height() == 0;
        int most = request.format() == Format.WEBP ? Size.MAX_SIDE : Integer.MAX_VALUE;
        int boxWidth = box.width() == 0 ? most : box.width();
        int boxHeight = box.height() == 0 ? most : box.height();
        return request.fit() == Fit.COVER && !free
                ? cover(pictureWidth, pictureHeight, boxWidth, boxHeight)
                : contain(pictureWidth, pictureHeight, boxWidth, boxHeight);
    }

    private static Frame contain(int pictureWidth, int pictureHeight, int boxWidth, int boxHeight) {
        double scale = Math.min(1, Math.min((double) boxWidth / pictureWidth, (double) boxHeight / pictureHeight));
        return new Frame(side(pictureWidth * scale), side(pictureHeight * scale), 0, 0, pictureWidth, pictureHeight);
    }

    private static Frame cover(int pictureWidth, int pictureHeight, int boxWidth, int boxHeight) {
        double partWidth = Math.min(pictureWidth, pictureHeight * (double) boxWidth / boxHeight);
        double partHeight = Math.min(pictureHeight, pictureWidth * (double) boxHeight / boxWidth);
        if (partWidth < boxWidth || partHeight < boxHeight) {
            int width = Math.min(side(partWidth), pictureWidth);
            int height = Math.min(side(partHeight), pictureHeight);
            int left = (pictureWidth - width) / 2;
            int top = (pictureHeight - height) / 2;
            return new Frame(width, height, left, top, width, height);
        }
        double x = (pictureWidth - partWidth) / 2;
        double y = (pictureHeight - partHeight) / 2;
        return new Frame(boxWidth, boxHeight, x, y, partWidth, partHeight);
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    /** The same part of the picture lying on its side; parts are centred, so flips leave them in place. */
    private Frame transposed() {
        return new Frame(height, width, y, x, partHeight, partWidth);
    }

    /** How many of the picture's pixels go into one that is drawn, along the side where they are fewer. */
    double shrink() {
        return Math.min(partWidth / width, partHeight / height);
    }
}
