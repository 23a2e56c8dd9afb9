package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;

/** What a client gets that asks for nothing better: by the original's extension. */
final class OriginalFamily {
    private OriginalFamily() {}

    /** PNG for what can be transparent, JPEG for the rest and where there is no telling. */
    static Format of(Key original) {
        return switch (original.extension()) {
            case "png", "gif", "webp", "avif", "svg", "tif", "tiff", "psd", "bmp", "ico" -> Format.PNG;
            default -> Format.JPEG;
        };
    }
}
