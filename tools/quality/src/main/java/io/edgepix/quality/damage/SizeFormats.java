package io.edgepix.quality.damage;

import java.util.List;
import java.util.Optional;

/** The formats whose headers are forged in binary. */
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

    /** That of a picture; empty where it is none of them, or no size is in it. */
    static Optional<HeaderSizes> of(byte[] picture) {
        return ALL.stream()
                .filter(format -> format.recognises(picture))
                .filter(format -> !format.fields(picture).isEmpty())
                .findFirst();
    }
}
