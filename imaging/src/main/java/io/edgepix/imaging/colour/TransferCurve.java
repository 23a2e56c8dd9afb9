package io.edgepix.imaging.colour;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transfer curves of ITU-T H.273, table 3, from stored values to linear light, both 0 to 1. */
public final class TransferCurve {
    public static final int SRGB = 13;
    static final int PQ = 16;
    static final int HLG = 18;

    /** The gamma with which displays show the curves of television cameras (ITU-R BT.1886). */
    private static final double VIDEO_GAMMA = 2.4;

    /** The gain of digital cinema, in which white is 48 of 52.37 cd/m2 (SMPTE ST 428-1). */
    private static final double CINEMA = 52.37 / 48;

    private TransferCurve() {}

    /**
     * Returns the curve of a code point. Empty if the code point does not define a curve, or browsers do not support
     * the curve: logarithms and BT.1361.
     */
    static Optional<MatrixColour.Curve> of(int code) {
        MatrixColour.@Nullable Curve known = switch (code) {
            case 1, 6, 11, 14, 15 -> stored -> Math.pow(stored, VIDEO_GAMMA);
            case 4 -> stored -> Math.pow(stored, 2.2);
            case 5 -> stored -> Math.pow(stored, 2.8);
            case 7 -> TransferCurve::smpte240;
            case 8 -> stored -> stored;
            case SRGB -> SrgbCurve::decode;
            case PQ -> TransferCurve::pq;
            case 17 -> stored -> CINEMA * Math.pow(stored, 2.6);
            case HLG -> TransferCurve::hlg;
            default -> null;
        };
        return Optional.ofNullable(known);
    }

    /** Tells whether a code point is the curve of a camera for SDR television: BT.709, BT.601, BT.2020 or xvYCC. */
    public static boolean isVideo(int code) {
        return code == 1 || code == 6 || code == 11 || code == 14 || code == 15;
    }

    private static double smpte240(double stored) {
        return stored < 0.0913 ? stored / 4 : Math.pow((stored + 0.1115) / 1.1115, 1 / 0.45);
    }

    /** Decodes PQ (SMPTE ST 2084). A result of 1 is 10,000 cd/m2. */
    private static double pq(double stored) {
        double power = Math.pow(stored, 32 / 2523.0);
        return Math.pow(Math.max(power - 3424 / 4096.0, 0) / (2413 / 128.0 - 2392 / 128.0 * power), 16384 / 2610.0);
    }

    /** Decodes HLG (ITU-R BT.2100) to scene light. */
    private static double hlg(double stored) {
        return stored <= 0.5 ? stored * stored / 3 : (Math.exp((stored - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }
}
