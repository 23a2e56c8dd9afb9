package io.edgepix.bench.render;

import io.edgepix.derivative.Format;

/** A kind of rendering, with its targets: the highest mean, and the highest single ratio of edgepix's time to sharp's. */
enum RenderKind {
    BASELINE_SMALL("baseline JPEG to 200x200 and 400x300, WebP", 0.38, 0.80),
    BASELINE_LARGE("baseline JPEG to 800x600 and 1600x1200, WebP", 0.68, 0.80),
    PROGRESSIVE_EIGHTH("progressive JPEG at 1/8 or less", 0.20),
    PROGRESSIVE("progressive JPEG over 1/8, WebP", 0.70),
    JPEG_TO_JPEG("JPEG to JPEG", 0.35, 0.75),
    OPAQUE_PNG_SMALL("opaque PNG to 200x200 and 400x300", 0.75),
    OTHER_ORIGINALS("PNG and WebP originals", 1.00),
    AVIF("AVIF results", 0.25),
    THREE_WEBP("three sizes of one original, WebP", 0.55),
    THREE_JPEG("three sizes of one original, JPEG", 0.50),
    TEXTURES("fine textures", Double.NaN),
    MEMORY("100-megapixel JPEG, peak memory", 1.00);

    /** The target of the portable renderer for the mean of all kinds. */
    static final double PORTABLE = 1.60;

    private static final int SMALL = 400;
    private static final String PNG = ".png";
    private static final String ALPHA_PNG = ".alpha.png";

    final String words;

    /** The target for the mean, or NaN for a kind without one. */
    final double mean;

    /** The target for the highest single ratio, or NaN for a kind without one. */
    final double worst;

    RenderKind(String words, double mean) {
        this(words, mean, Double.NaN);
    }

    RenderKind(String words, double mean, double worst) {
        this.words = words;
        this.mean = mean;
        this.worst = worst;
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
            return ofOther(original.name(), conversion);
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
        return isSmall(conversion) ? BASELINE_SMALL : BASELINE_LARGE;
    }

    /** Returns the kind of a conversion to WebP of an original that is no JPEG. */
    static RenderKind ofOther(String file, Conversion conversion) {
        boolean opaque = file.endsWith(PNG) && !file.endsWith(ALPHA_PNG);
        return opaque && isSmall(conversion) ? OPAQUE_PNG_SMALL : OTHER_ORIGINALS;
    }

    private static boolean isSmall(Conversion conversion) {
        return conversion.boxes().getFirst().width() <= SMALL;
    }
}
