package io.edgepix.bench.render;

import io.edgepix.derivative.Format;

/** A kind of rendering, with its target: the highest ratio of edgepix's time to sharp's. */
enum RenderKind {
    BASELINE_SMALL("baseline JPEG to 200x200 and 400x300, WebP", 0.85),
    BASELINE_LARGE("baseline JPEG to 800x600 and 1600x1200, WebP", 0.95),
    PROGRESSIVE_EIGHTH("progressive JPEG at 1/8 or less", 0.20),
    PROGRESSIVE("progressive JPEG over 1/8, WebP", Double.NaN),
    JPEG_TO_JPEG("JPEG to JPEG", 0.90),
    OTHER_ORIGINALS("PNG and WebP originals", 1.00),
    AVIF("AVIF results", 1.00),
    THREE_WEBP("three sizes of one original, WebP", 0.92),
    THREE_JPEG("three sizes of one original, JPEG", 0.80),
    TEXTURES("fine textures", Double.NaN),
    MEMORY("100-megapixel JPEG, peak memory", 1.00);

    /** The target of the portable renderer for all kinds. */
    static final double PORTABLE = 1.60;

    private static final int SMALL = 400;

    final String words;

    /** The target, or NaN if there is none. */
    final double most;

    RenderKind(String words, double most) {
        this.words = words;
        this.most = most;
    }

    /** Returns the kind of a conversion. */
    static RenderKind of(CaseOriginal original, Conversion conversion) {
        Format format = conversion.format();
        if (FineTextures.isOne(original)) {
            return TEXTURES;
        }
        if (format == Format.AVIF) {
            return AVIF;
        }
        if (!original.isJpeg()) {
            return OTHER_ORIGINALS;
        }
        if (conversion.boxes().size() > 1) {
            return format == Format.JPEG ? THREE_JPEG : THREE_WEBP;
        }
        if (original.isProgressive() && original.isEighth(conversion)) {
            return PROGRESSIVE_EIGHTH;
        }
        if (format == Format.JPEG) {
            return JPEG_TO_JPEG;
        }
        if (original.isProgressive()) {
            return PROGRESSIVE;
        }
        return conversion.boxes().getFirst().width() <= SMALL ? BASELINE_SMALL : BASELINE_LARGE;
    }
}
