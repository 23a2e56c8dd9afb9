package io.edgepix.imaging.model;

import io.edgepix.derivative.Format;

/** The resolution of chroma in derivatives. */
public final class Chroma {
    /** The lowest quality at which a JPEG has chroma for every pixel, as in other resizers. */
    private static final int WHOLE_FROM = 90;

    private static final int WHOLE = 1;
    private static final int HALVED = 2;
    /** The most pixels of a WebP whose chroma libwebp halves. */
    private static final int TINY = 100 * 100;

    private Chroma() {}

    /**
     * Returns the number of columns, and of rows, that share a sample of chroma. It is 2 for WebP, whose lossy coding
     * has only 4:2:0. For JPEG it depends on the quality. For other formats it is 1.
     */
    public static int shared(Format format, int quality) {
        return switch (format) {
            case WEBP -> HALVED;
            case JPEG -> ofJpeg(quality);
            default -> WHOLE;
        };
    }

    /**
     * Tells whether a derivative is so small that colours change much from pixel to pixel. libwebp should then halve
     * its chroma from RGB, by averaging linear light, which costs little at this size.
     */
    public static boolean isTiny(Crop frame) {
        return frame.width() * frame.height() <= TINY;
    }

    /**
     * Returns by how much a decoder with chroma of 4:2:0 may shrink an original for a derivative. It is half of the
     * frame's value if the derivative has chroma for every pixel.
     */
    public static double shrink(Crop frame, RenderRequest request) {
        return shrink(frame, shared(request.format(), request.quality()));
    }

    /**
     * Returns by how much a decoder with chroma of 4:2:0 may shrink an original for a derivative.
     *
     * @param shared the number of columns of the derivative that share a sample of chroma; 0 for greys
     */
    public static double shrink(Crop frame, int shared) {
        return shared == WHOLE ? frame.shrink() / HALVED : frame.shrink();
    }

    /**
     * Returns the number of columns, and of rows, that share a sample of chroma in a JPEG of the given quality: 1 or 2.
     */
    public static int ofJpeg(int quality) {
        return quality >= WHOLE_FROM ? WHOLE : HALVED;
    }
}
