package io.edgepix.quality.mutants;

import java.util.List;
import java.util.Optional;

/** The formats whose headers are forged in binary. */
final class Headers {
    private static final List<Sizes> ALL = List.of(
            new JpegSizes(),
            new PngSizes(),
            new GifSizes(),
            new WebpSizes(),
            new TiffSizes(),
            new BmpSizes(),
            new PsdSizes(),
            new AvifSizes());

    private Headers() {}

    /** That of a picture; empty where it is none of them, or no size is in it. */
    static Optional<Sizes> of(byte[] picture) {
        return ALL.stream()
                .filter(format -> format.recognises(picture))
                .filter(format -> !format.fields(picture).isEmpty())
                .findFirst();
    }
}
