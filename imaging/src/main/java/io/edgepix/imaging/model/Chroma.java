package io.edgepix.imaging.model;

import io.edgepix.derivative.Format;

/** How finely derivatives store their chroma. */
public final class Chroma {
    /** Of a JPEG, from which on every pixel has chroma of its own, as in other resizers. */
    private static final int WHOLE_FROM = 90;

    private static final int WHOLE = 1;
    private static final int HALVED = 2;
    /** In pixels, up to which a WebP's chroma is halved by libwebp. */
    private static final int TINY = 100 * 100;

    private Chroma() {}

    /** How many columns, and rows, share a sample of it: lossy WebP has 4:2:0 alone, JPEG by its quality. */
    public static int shared(Format format, int quality) {
        return switch (format) {
            case WEBP -> HALVED;
            case JPEG -> ofJpeg(quality);
            default -> WHOLE;
        };
    }

    /**
     * Whether colours change so much from pixel to pixel that a WebP's chroma should be halved as libwebp does it of RGB,
     * by averaging light; that costs next to nothing here.
     */
    public static boolean isTiny(Frame frame) {
        return frame.width() * frame.height() <= TINY;
    }

    /** How many of an original's pixels go into one of a derivative, for a decoder that has chroma for two by two alone. */
    public static double shrink(Frame frame, RenderRequest request) {
        return shrink(frame, shared(request.format(), request.quality()));
    }

    /** The same of one of which so many columns share a sample of chroma, or none has any. */
    public static double shrink(Frame frame, int shared) {
        return shared == WHOLE ? frame.shrink() / HALVED : frame.shrink();
    }

    /** How many columns, and rows, share a sample of chroma in a JPEG of that quality. */
    public static int ofJpeg(int quality) {
        return quality >= WHOLE_FROM ? WHOLE : HALVED;
    }
}
