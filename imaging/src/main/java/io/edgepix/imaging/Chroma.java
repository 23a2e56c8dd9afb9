package io.edgepix.imaging;

import io.edgepix.derivative.Format;

/** How finely derivatives store their chroma. */
final class Chroma {
    /** Of a JPEG, from which on every pixel has chroma of its own, as in other resizers. */
    private static final int WHOLE_FROM = 90;

    private static final int WHOLE = 1;
    private static final int HALVED = 2;

    private Chroma() {}

    /** How many columns, and rows, share a sample of it: lossy WebP has 4:2:0 alone, JPEG by its quality. */
    static int shared(Format format, int quality) {
        return switch (format) {
            case WEBP -> HALVED;
            case JPEG -> ofJpeg(quality);
            default -> WHOLE;
        };
    }

    /** The same of a JPEG of that quality. */
    static int ofJpeg(int quality) {
        return quality >= WHOLE_FROM ? WHOLE : HALVED;
    }
}
