package io.edgepix.imaging.colour;

/** Converts colours that a transfer curve and primaries describe. For greys, primaries do not matter. */
public final class MatrixColour implements Colour {
    private static final double[][] SAME = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    /** A transfer curve from stored values to linear light, both 0 to 1. */
    public interface Curve {
        double decode(double stored);
    }

    private final Curve curve;
    private final double[][] mix;
    private final int colours;

    /**
     * Creates a conversion.
     *
     * @param colours 1 for greys, 3 for red, green and blue
     */
    public MatrixColour(Curve curve, Primaries primaries, int colours) {
        this.curve = curve;
        this.mix = colours == 1 || primaries.areSrgb() ? SAME : primaries.toSrgb();
        this.colours = colours;
    }

    /** Tells whether the primaries span a colour space. In a broken file they may not. */
    public boolean isUsable() {
        for (double[] row : mix) {
            if (!Double.isFinite(row[0] + row[1] + row[2])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        double[] light = new double[3];
        for (int x = 0; x < pixels; x++) {
            for (int band = 0; band < 3; band++) {
                light[band] = curve.decode(row[x * colours + Math.min(band, colours - 1)] / 255);
            }
            for (int band = 0; band < 3; band++) {
                double[] share = mix[band];
                srgb[x * 3 + band] = SrgbCurve.encode(share[0] * light[0] + share[1] * light[1] + share[2] * light[2]);
            }
        }
    }
}
