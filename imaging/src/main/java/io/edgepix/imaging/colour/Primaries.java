package io.edgepix.imaging.colour;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The primaries and the white point of a colour space in CIE 1931 x and y. */
public record Primaries(
        double redX,
        double redY,
        double greenX,
        double greenY,
        double blueX,
        double blueY,
        double whiteX,
        double whiteY) {
    public static final Primaries SRGB = new Primaries(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290);
    static final Primaries DISPLAY_P3 = new Primaries(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290);
    static final Primaries BT2020 = new Primaries(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290);

    private static final Primaries BT470M = new Primaries(0.67, 0.33, 0.21, 0.71, 0.14, 0.08, 0.310, 0.316);
    private static final Primaries BT470BG = new Primaries(0.64, 0.33, 0.29, 0.60, 0.15, 0.06, 0.3127, 0.3290);
    private static final Primaries SMPTE_170M = new Primaries(0.630, 0.340, 0.310, 0.595, 0.155, 0.070, 0.3127, 0.3290);
    private static final Primaries FILM = new Primaries(0.681, 0.319, 0.243, 0.692, 0.145, 0.049, 0.310, 0.316);
    private static final Primaries XYZ = new Primaries(1, 0, 0, 1, 0, 0, 1 / 3.0, 1 / 3.0);
    private static final Primaries DCI_P3 = new Primaries(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351);
    private static final Primaries EBU_3213 = new Primaries(0.630, 0.340, 0.295, 0.605, 0.155, 0.077, 0.3127, 0.3290);

    private static final double NEAR = 0.005;
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296},
    };

    /** Returns the primaries of a code point in ITU-T H.273, table 2; empty if the code point does not define any. */
    static Optional<Primaries> of(int code) {
        @Nullable
        Primaries known = switch (code) {
            case 1 -> SRGB;
            case 4 -> BT470M;
            case 5 -> BT470BG;
            case 6, 7 -> SMPTE_170M;
            case 8 -> FILM;
            case 9 -> BT2020;
            case 10 -> XYZ;
            case 11 -> DCI_P3;
            case 12 -> DISPLAY_P3;
            case 22 -> EBU_3213;
            default -> null;
        };
        return Optional.ofNullable(known);
    }

    /** Tells whether all values are within {@value #NEAR} of sRGB's. */
    public boolean areSrgb() {
        return near(redX, SRGB.redX)
                && near(redY, SRGB.redY)
                && near(greenX, SRGB.greenX)
                && near(greenY, SRGB.greenY)
                && near(blueX, SRGB.blueX)
                && near(blueY, SRGB.blueY)
                && near(whiteX, SRGB.whiteX)
                && near(whiteY, SRGB.whiteY);
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) < NEAR;
    }

    /** Returns the matrix from linear light in these primaries to linear light in sRGB's. White is preserved. */
    double[][] toSrgb() {
        return to(SRGB);
    }

    /**
     * Returns the matrix from linear light in these primaries to linear light in others. The Bradford transform
     * preserves white.
     */
    double[][] to(Primaries others) {
        double[] from = Matrix.times(BRADFORD, white());
        double[] to = Matrix.times(BRADFORD, others.white());
        double[][] gains = {{to[0] / from[0], 0, 0}, {0, to[1] / from[1], 0}, {0, 0, to[2] / from[2]}};
        double[][] adapted = Matrix.times(Matrix.inverse(BRADFORD), Matrix.times(gains, BRADFORD));
        return Matrix.times(Matrix.inverse(others.toXyz()), Matrix.times(adapted, toXyz()));
    }

    /**
     * Returns the matrix from linear light in these primaries to CIE 1931 XYZ. Y is luminance, which is 1 for white.
     */
    double[][] toXyz() {
        double[][] pure = {
            {redX, greenX, blueX}, {redY, greenY, blueY}, {1 - redX - redY, 1 - greenX - greenY, 1 - blueX - blueY}
        };
        double[] shares = Matrix.times(Matrix.inverse(pure), white());
        return Matrix.times(pure, new double[][] {{shares[0], 0, 0}, {0, shares[1], 0}, {0, 0, shares[2]}});
    }

    private double[] white() {
        return new double[] {whiteX / whiteY, 1, (1 - whiteX - whiteY) / whiteY};
    }
}
