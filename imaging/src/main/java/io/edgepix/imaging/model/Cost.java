package io.edgepix.imaging.model;

import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.util.Locale;

/**
 * Limits the time to decode an original, before it is decoded. A few bytes can state millions of rows, scans or tiles.
 *
 * <p>Each decoder estimates its time from the header, with figures that were measured on one core for pictures of one
 * colour. The estimate is for the slower renderer, so that both renderers refuse the same originals. Away from a request
 * {@link Limits#timeFactor} allows more time.
 */
public final class Cost {
    private static final int LONGEST_SIDE = 1_000_000;
    /** The time that any original may take on a request. */
    private static final long LEAST_NANOS = 2_000_000_000L;
    /** The time that each byte of a larger original may take on a request. Such a file is too long for a decompression bomb. */
    private static final long NANOS_A_BYTE = 2_000;

    private static final double NANOS_A_SECOND = 1e9;

    private Cost() {}

    /**
     * Refuses an original with more than {@value #LONGEST_SIDE} rows or columns, because each needs memory of its own.
     */
    public static void checkSides(Header header) throws UnrenderableException {
        if (Math.max(header.width(), header.height()) > LONGEST_SIDE) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + header.width() + "x" + header.height() + " pixels; sides of at most "
                            + LONGEST_SIDE + " are accepted.");
        }
    }

    /**
     * Returns the longest time in nanoseconds that decoding an original may take on a request.
     *
     * @param length the length of the file in bytes
     */
    public static long most(int length) {
        return Math.max(LEAST_NANOS, NANOS_A_BYTE * length);
    }

    /**
     * Returns the longest time in nanoseconds that decoding an original may take under limits.
     *
     * @param length the length of the file in bytes
     */
    public static long most(int length, Limits limits) {
        return limits.timeFactor() * most(length);
    }

    /**
     * Refuses an original that takes longer to decode than it may.
     *
     * @param length the length of the file in bytes
     * @param nanos the estimated time in nanoseconds
     */
    public static void check(int length, long nanos, Limits limits) throws UnrenderableException {
        if (nanos > most(length, limits)) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The picture takes too long to decode: about %.1f s, but at most %.1f s are allowed for %d"
                                    + " bytes; fewer pixels or rows would work.",
                            nanos / NANOS_A_SECOND,
                            most(length, limits) / NANOS_A_SECOND,
                            length));
        }
    }
}
