package io.edgepix.imaging.colour;

/**
 * Maps linear light of HDR to the range of SDR by the reference white tone mapping of SMPTE ST 2094-50, as Chromium
 * applies it.
 *
 * <p>Tones up to reference white are darkened by one factor, which is a half if the peak is 1000 cd/m2 or more. Above,
 * a quadratic Bezier curve leads to white, which the peak maps to. If the peak is not over reference white, nothing
 * changes.
 */
final class ToneCurve {
    /** Reference white in cd/m2 (ITU-R BT.2408). Linear light of 1 has this luminance. */
    static final double REFERENCE_WHITE = 203;

    /**
     * The distance of the curve's middle control point from reference white, as a share of the way to the point where
     * both tangents meet.
     */
    private static final double BEND = 0.65;

    /** The headroom in stops over reference white from which on tones are not darkened further. */
    private static final double MOST_HEADROOM = log2(1000 / REFERENCE_WHITE);

    private final double peak;
    private final double white;
    private final double middleX;
    private final double middleY;

    /** Creates the curve for a picture with the given peak luminance in cd/m2. */
    ToneCurve(double peak) {
        double headroom = Math.max(0, log2(peak / REFERENCE_WHITE));
        this.peak = Math.pow(2, headroom);
        this.white = 1 - 0.5 * Math.min(headroom / MOST_HEADROOM, 1);
        this.middleX = 1 - BEND + BEND / white;
        this.middleY = (1 - BEND) * white + BEND;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /**
     * Maps linear light of HDR to linear light of SDR. On both sides 1 is white: reference white before, the screen's
     * white after.
     */
    double shown(double light) {
        if (light <= 1 || peak == 1) {
            return light * white;
        }
        return light < peak ? bent(light) : 1;
    }

    /** Returns the height at the given light of the Bezier curve from (1, white) by its middle point to (peak, 1). */
    private double bent(double light) {
        double square = 1 - 2 * middleX + peak;
        double slope = 2 * (middleX - 1);
        double at = 2 * (light - 1) / (slope + Math.sqrt(slope * slope + 4 * square * (light - 1)));
        return white + 2 * (middleY - white) * at + (white - 2 * middleY + 1) * at * at;
    }
}
