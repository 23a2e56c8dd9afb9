package io.edgepix.derivative;

/** The properties that an original may have, by its extension in lower case. */
public final class OriginalFamily {
    private static final String[] MAY_BE_TRANSPARENT = {
        "png", "webp", "avif", "svg", "svgz", "tif", "tiff", "psd", "bmp", "ico"
    };

    private OriginalFamily() {}

    /** Returns the format for clients that accept no better one: PNG for formats with alpha, else JPEG. */
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

    /** Tells whether the original may be animated; AVIF would show only its first frame. */
    public static boolean mayBeAnimated(String extension) {
        return extension.equals("gif") || extension.equals("webp");
    }
}
