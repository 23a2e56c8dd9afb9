package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;

/** What a client gets that asks for nothing better: by the original's extension. */
final class OriginalFamily {
    private static final String[] MAY_BE_TRANSPARENT = {
        "png", "gif", "webp", "avif", "svg", "tif", "tiff", "psd", "bmp", "ico"
    };

    private OriginalFamily() {}

    /** PNG for what can be transparent, JPEG for the rest and where there is no telling. */
    static Format of(Key original) {
        String extension = original.extension();
        for (String transparent : MAY_BE_TRANSPARENT) {
            if (extension.equals(transparent)) {
                return Format.PNG;
            }
        }
        return Format.JPEG;
    }
}
