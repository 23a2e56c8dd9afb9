package io.edgepix.derivative;

/**
 * The default quality of each lossy format, and the steps on offer.
 *
 * @param avif 1 to 100
 * @param webp 1 to 100
 * @param jpeg 1 to 100
 */
public record Quality(int avif, int webp, int jpeg) {
    /** Stands for the default of the format. */
    public static final int DEFAULT = 0;

    private static final int STEP = 5;

    /** Returns the default quality of a format; {@link #DEFAULT} if the format has no quality. */
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
     * Rounds a requested quality up to a multiple of {@value #STEP}. Requests for many qualities thus cannot fill the
     * bucket.
     *
     * @param asked 1 to 100, or {@link #DEFAULT}
     * @return a step, or {@link #DEFAULT} if the step is the default
     */
    public int admit(int asked, Format format) {
        if (asked == DEFAULT || asked == of(format) || !format.isLossy()) {
            return DEFAULT;
        }
        int step = (asked + STEP - 1) / STEP * STEP;
        return step == of(format) ? DEFAULT : step;
    }

    /**
     * Parses a quality.
     *
     * @throws MalformedException if the text is not a whole number from 1 to 100
     */
    public static int parse(String text) {
        int quality = Digits.parse(text, 100);
        if (quality < 1) {
            throw new MalformedException("q must be a whole number from 1 to 100.");
        }
        return quality;
    }
}
