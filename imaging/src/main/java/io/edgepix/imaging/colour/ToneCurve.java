package io.edgepix.imaging.colour;

/**
 * Maps linear light of HDR to the range of SDR with the reference white tone mapping of SMPTE ST 2094-50, as Chromium
 * does.
 *
 * <p>Tones up to reference white are multiplied by a constant factor, which is a half if the peak is 1000 cd/m2 or
 * more. Above reference white, a quadratic Bezier curve leads to the peak, which becomes white. If the peak is not over
 * reference white, nothing changes.
 */
final class ToneCurve {
    /** Reference white in cd/m2 (ITU-R BT.2408). Linear light of 1 has this luminance. */
    static final double REFERENCE_WHITE = 203;

    /**
     * The distance of the curve's middle control point from reference white, as a share of the distance to the point
     * where both tangents meet.
     */
    private static final double BEND = 0.65;

    /** The headroom over reference white in stops at which the darkening reaches its maximum. */
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
     * Maps linear light of HDR to linear light of SDR. In HDR, 1 is reference white. In SDR, 1 is the screen's white.
     */
    double shown(double light) {
        if (light <= 1 || peak == 1) {
            return light * white;
        }
        return light < peak ? bent(light) : 1;
    }

    /**
     * Returns the height of the Bezier curve at the given light. The curve leads from (1, white) to (peak, 1), with its
     * middle control point between them.
     */
    private double bent(double light) {
        double square = 1 - 2 * middleX + peak;
        double slope = 2 * (middleX - 1);
        double at = 2 * (light - 1) / (slope + Math.sqrt(slope * slope + 4 * square * (light - 1)));
        return white + 2 * (middleY - white) * at + (white - 2 * middleY + 1) * at * at;
    }
}
