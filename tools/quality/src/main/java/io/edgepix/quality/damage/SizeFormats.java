package io.edgepix.quality.damage;

import java.util.List;
import java.util.Optional;

/** The formats whose headers contain binary sizes. */
final class SizeFormats {
    private static final List<HeaderSizes> ALL = List.of(
            new JpegSizes(),
            new PngSizes(),
            new GifSizes(),
            new WebpSizes(),
            new TiffSizes(),
            new BmpSizes(),
            new PsdSizes(),
            new AvifSizes());

    private SizeFormats() {}

    /** Returns the format of a picture, or empty if it is none of these or has no size. */
    static Optional<HeaderSizes> of(byte[] picture) {
        return ALL.stream()
                .filter(format -> format.recognises(picture))
                .filter(format -> !format.fields(picture).isEmpty())
                .findFirst();
    }
}
