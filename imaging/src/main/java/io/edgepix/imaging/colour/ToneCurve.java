package io.edgepix.imaging.colour;

/**
 * Brings light of HDR to what a screen of SDR shows: the reference white tone mapping of SMPTE ST 2094-50, as Chromium
 * applies it.
 *
 * <p>Up to reference white tones are darkened alike, by half where the peak is 1000 cd/m2 or more; from there on a
 * quadratic Bezier curve leads to white, which the peak becomes. A peak of no more than reference white changes nothing.
 */
final class ToneCurve {
    /** In cd/m2, ITU-R BT.2408; light of 1 here. */
    static final double REFERENCE_WHITE = 203;

    /** How far the middle point of the curve lies from reference white to where its two tangents meet. */
    private static final double BEND = 0.65;

    /** In stops over reference white: tones are not darkened more for higher peaks. */
    private static final double MOST_HEADROOM = log2(1000 / REFERENCE_WHITE);

    private final double peak;
    private final double white;
    private final double middleX;
    private final double middleY;

    /** For a picture whose brightest light has so many cd/m2. */
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

    /** What light becomes. */
    double shown(double light) {
        if (light <= 1 || peak == 1) {
            return light * white;
        }
        return light < peak ? bent(light) : 1;
    }

    /** The height of the Bezier curve from (1, white) by its middle point to (peak, 1) over the light. */
    private double bent(double light) {
        double square = 1 - 2 * middleX + peak;
        double slope = 2 * (middleX - 1);
        double at = 2 * (light - 1) / (slope + Math.sqrt(slope * slope + 4 * square * (light - 1)));
        return white + 2 * (middleY - white) * at + (white - 2 * middleY + 1) * at * at;
    }
}
