package io.edgepix.derivative;

/** What an original may be, by its extension in lower case. */
public final class OriginalFamily {
    private static final String[] MAY_BE_TRANSPARENT = {
        "png", "webp", "avif", "svg", "svgz", "tif", "tiff", "psd", "bmp", "ico"
    };

    private OriginalFamily() {}

    /** What a client gets that asks for nothing better: PNG for what can be transparent, JPEG where there is no telling. */
    public static Format plainest(String extension) {
        if (extension.equals("gif")) {
            return Format.GIF;
        }
        for (String transparent : MAY_BE_TRANSPARENT) {
            if (extension.equals(transparent)) {
                return Format.PNG;
            }
        }
        return Format.JPEG;
    }

    /** Whether it may be an animation, which AVIF would freeze. */
    public static boolean mayMove(String extension) {
        return extension.equals("gif") || extension.equals("webp");
    }
}
