package io.edgepix.imaging.colour;

/** The transfer curve of sRGB between stored values and linear light, both 0 to 1. */
public final class SrgbCurve {
    private SrgbCurve() {}

    /** Returns the linear light of a stored value. */
    public static double decode(double stored) {
        return stored <= 0.04045 ? stored / 12.92 : Math.pow((stored + 0.055) / 1.055, 2.4);
    }

    /** Returns the stored value of linear light as a byte, 0 to 255. Light out of range is clipped. */
    static byte encode(double light) {
        double clipped = Math.clamp(light, 0, 1);
        double stored = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (byte) Math.round(stored * 255);
    }
}
