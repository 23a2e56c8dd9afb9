package io.edgepix.imaging;

/** The colours of light that a picture is mixed of, as CIE 1931 x and y. */
record Primaries(
        double redX,
        double redY,
        double greenX,
        double greenY,
        double blueX,
        double blueY,
        double whiteX,
        double whiteY) {
    static final Primaries SRGB = new Primaries(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290);
    static final Primaries DISPLAY_P3 = new Primaries(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290);
    static final Primaries BT2020 = new Primaries(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290);

    private static final double NEAR = 0.005;
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296},
    };

    boolean areSrgb() {
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

    /** The matrix that brings light mixed of these to light mixed of sRGB's; white stays white. */
    double[][] toSrgb() {
        double[] from = Matrix.times(BRADFORD, xyz(whiteX, whiteY));
        double[] to = Matrix.times(BRADFORD, xyz(SRGB.whiteX, SRGB.whiteY));
        double[][] gains = {{to[0] / from[0], 0, 0}, {0, to[1] / from[1], 0}, {0, 0, to[2] / from[2]}};
        double[][] adapted = Matrix.times(Matrix.inverse(BRADFORD), Matrix.times(gains, BRADFORD));
        return Matrix.times(Matrix.inverse(SRGB.toXyz()), Matrix.times(adapted, toXyz()));
    }

    private double[][] toXyz() {
        double[] red = xyz(redX, redY);
        double[] green = xyz(greenX, greenY);
        double[] blue = xyz(blueX, blueY);
        double[][] pure = {{red[0], green[0], blue[0]}, {red[1], green[1], blue[1]}, {red[2], green[2], blue[2]}};
        double[] shares = Matrix.times(Matrix.inverse(pure), xyz(whiteX, whiteY));
        return Matrix.times(pure, new double[][] {{shares[0], 0, 0}, {0, shares[1], 0}, {0, 0, shares[2]}});
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }
}
