package io.edgepix.imaging.model;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;

/**
 * The part of a picture to show, and the size at which to show it. Pictures are not enlarged, except drawings.
 *
 * @param width the width of the result in pixels, without padding; {@code height} likewise
 * @param x the left edge of the part in the picture's own pixels; {@code y}, {@code partWidth} and {@code partHeight}
 *     likewise
 */
public record Crop(int width, int height, double x, double y, double partWidth, double partHeight) {
    /** The longest side in pixels that all readers and writers of JPEG and GIF accept. */
    private static final int LONGEST = 65_500;
    /** The longest side in pixels that cairo draws. */
    public static final int LONGEST_DRAWN = 32_767;

    /** Returns the frame of a request in the stored orientation of the picture. */
    public static Crop of(Header header, RenderRequest request) {
        Orientation orientation = header.orientation();
        Crop upright = upright(header.upright(), request);
        Crop stored = orientation.swapsSides() ? upright.transposed() : upright;
        return stored.flipped(orientation, header);
    }

    /** Returns the frame of a request in an upright picture. */
    static Crop upright(Dimensions picture, RenderRequest request) {
        Size box = request.size();
        int boxWidth = box.width() == 0 ? longest(picture, request.format()) : box.width();
        int boxHeight = box.height() == 0 ? longest(picture, request.format()) : box.height();
        return switch (box.isFree() ? Fit.CONTAIN : request.fit()) {
            case CONTAIN, PAD -> contain(picture, boxWidth, boxHeight);
            case COVER -> cover(picture, boxWidth, boxHeight, request.focus());
            case FILL -> fill(picture, boxWidth, boxHeight);
        };
    }

    private static int longest(Dimensions picture, Format format) {
        int longest = longest(format);
        return picture.vector() ? Math.min(longest, LONGEST_DRAWN) : longest;
    }

    private static int longest(Format format) {
        return switch (format) {
            case WEBP, AVIF -> Size.MAX_SIDE;
            case JPEG, GIF -> LONGEST;
            case PNG -> Integer.MAX_VALUE;
        };
    }

    private static Crop contain(Dimensions picture, int boxWidth, int boxHeight) {
        double fitting = Math.min(boxWidth / picture.width(), boxHeight / picture.height());
        double scale = picture.vector() ? fitting : Math.min(1, fitting);
        return whole(picture, side(picture.width() * scale), side(picture.height() * scale));
    }

    private static Crop fill(Dimensions picture, int boxWidth, int boxHeight) {
        return picture.vector()
                ? whole(picture, boxWidth, boxHeight)
                : whole(picture, (int) Math.min(picture.width(), boxWidth), (int)
                        Math.min(picture.height(), boxHeight));
    }

    private static Crop whole(Dimensions picture, int width, int height) {
        return new Crop(width, height, 0, 0, picture.width(), picture.height());
    }

    private static Crop cover(Dimensions picture, int boxWidth, int boxHeight, Focus focus) {
        double partWidth = Math.min(picture.width(), picture.height() * boxWidth / boxHeight);
        double partHeight = Math.min(picture.height(), picture.width() * boxHeight / boxWidth);
        if (!picture.vector() && (partWidth < boxWidth || partHeight < boxHeight)) {
            double width = Math.min(side(partWidth), picture.width());
            double height = Math.min(side(partHeight), picture.height());
            double left = Math.floor(start(picture.width(), width, focus.x()));
            double top = Math.floor(start(picture.height(), height, focus.y()));
            return new Crop((int) width, (int) height, left, top, width, height);
        }
        double x = start(picture.width(), partWidth, focus.x());
        double y = start(picture.height(), partHeight, focus.y());
        return new Crop(boxWidth, boxHeight, x, y, partWidth, partHeight);
    }

    /**
     * Returns the start of a part whose centre is as near to the focal point as the picture allows.
     *
     * @param percent the focal point in percent of the length
     */
    private static double start(double length, double part, int percent) {
        return Math.clamp((length * percent / 50 - part) / 2, 0, length - part);
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    private Crop transposed() {
        return new Crop(height, width, y, x, partHeight, partWidth);
    }

    private Crop flipped(Orientation orientation, Header header) {
        double left = orientation.flipsX() ? header.width() - partWidth - x : x;
        double top = orientation.flipsY() ? header.height() - partHeight - y : y;
        return new Crop(width, height, left, top, partWidth, partHeight);
    }

    /** Returns the number of the picture's pixels for one pixel of the result, along the side that is shrunk least. */
    public double shrink() {
        return Math.min(partWidth / width, partHeight / height);
    }
}
