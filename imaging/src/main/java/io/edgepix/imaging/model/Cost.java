package io.edgepix.imaging.model;

import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.util.Locale;

/**
 * Bounds the time that decoding an original takes, before it is decoded: a few bytes can state millions of rows, scans or
 * tiles.
 *
 * <p>Each decoder estimates its time from what the header states, with figures measured for pictures of one colour on
 * one core. The estimate is that of the slower renderer, so that both refuse the same originals.
 */
public final class Cost {
    private static final int LONGEST_SIDE = 1_000_000;
    /** Spent on any original. */
    private static final long LEAST_NANOS = 2_000_000_000L;
    /** Spent on each byte of a larger one, of which there are too many for it to be a trap. */
    private static final long NANOS_A_BYTE = 2_000;

    private static final double NANOS_A_SECOND = 1e9;

    private Cost() {}

    /** Refuses an original whose rows or columns alone are more than the memory is for. */
    public static void checkSides(Header header) throws UnrenderableException {
        if (Math.max(header.width(), header.height()) > LONGEST_SIDE) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + header.width() + "x" + header.height() + " pixels; sides of at most "
                            + LONGEST_SIDE + " are accepted.");
        }
    }

    /** How long decoding an original of a length may take, in nanoseconds. */
    public static long most(int length) {
        return Math.max(LEAST_NANOS, NANOS_A_BYTE * length);
    }

    /** Refuses an original that takes longer. */
    public static void check(int length, long nanos) throws UnrenderableException {
        if (nanos > most(length)) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The picture takes too long to decode: about %.1f s, and at most %.1f s are spent on %d bytes;"
                                    + " fewer pixels or rows would do.",
                            nanos / NANOS_A_SECOND,
                            most(length) / NANOS_A_SECOND,
                            length));
        }
    }
}
