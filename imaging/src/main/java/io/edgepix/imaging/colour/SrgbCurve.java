package io.edgepix.imaging.colour;

/** sRGB's curve between light and what is stored, both 0 to 1. */
public final class SrgbCurve {
    private SrgbCurve() {}

    public static double decode(double stored) {
        return stored <= 0.04045 ? stored / 12.92 : Math.pow((stored + 0.055) / 1.055, 2.4);
    }

    /** What is stored, as a byte; light out of range is clipped. */
    static byte encode(double light) {
        double clipped = Math.clamp(light, 0, 1);
        double stored = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (byte) Math.round(stored * 255);
    }
}
