package io.edgepix.derivative;

/**
 * The default quality of each lossy format, and the steps that may be asked for.
 *
 * @param avif 1 to 100
 * @param webp 1 to 100
 * @param jpeg 1 to 100
 */
public record Quality(int avif, int webp, int jpeg) {
    /** What stands for "the format's default" in a derivative. */
    public static final int DEFAULT = 0;

    private static final int STEP = 5;

    /** The default quality of a format; PNG has none. */
    public int of(Format format) {
        if (format == Format.AVIF) {
            return avif;
        }
        if (format == Format.WEBP) {
            return webp;
        }
        return format == Format.JPEG ? jpeg : DEFAULT;
    }

    /**
     * Snaps what is asked up to the next multiple of {@value #STEP}, so that a flood of qualities cannot fill the
     * bucket.
     *
     * @param asked 1 to 100, or {@link #DEFAULT}
     * @return a step, or {@link #DEFAULT} where it comes to the same
     */
    public int admit(int asked, Format format) {
        if (asked == DEFAULT || asked == of(format) || !format.isLossy()) {
            return DEFAULT;
        }
        int step = (asked + STEP - 1) / STEP * STEP;
        return step == of(format) ? DEFAULT : step;
    }

    /**
     * Reads a quality.
     *
     * @throws MalformedException if the text is no whole number from 1 to 100
     */
    public static int parse(String text) {
        int quality = Digits.parse(text, 100);
        if (quality < 1) {
            throw new MalformedException("q must be a whole number from 1 to 100.");
        }
        return quality;
    }
}
