package io.edgepix.imaging.colour;

/** Converts high dynamic range colours, PQ and HLG (ITU-R BT.2100), to sRGB. For greys the primaries do not matter. */
final class HdrColour implements Colour {
    /** The luminance of a PQ value of 1, in multiples of reference white. */
    private static final double PQ_PEAK = 10_000 / ToneCurve.REFERENCE_WHITE;

    /** The nominal peak luminance of an HLG display, in multiples of reference white. */
    private static final double HLG_PEAK = 1000 / ToneCurve.REFERENCE_WHITE;

    /** The gamma of that display's opto-optical transfer function, minus 1. */
    private static final double HLG_GAMMA = 0.2;

    /**
     * The number of steps at which the curve is sampled. Between steps it is interpolated, with errors too small to
     * change a byte.
     */
    private static final int STEPS = 4096;

    private final double[] curve = new double[STEPS + 2];
    private final boolean hlg;
    private final double[] luminance;
    private final double[][] toBt2020;
    private final double[][] toSrgb = Primaries.BT2020.toSrgb();
    private final ToneCurve tones;
    private final int colours;

    /**
     * Creates a conversion.
     *
     * @param curve the transfer curve of PQ or HLG
     * @param hlg whether the curve is that of HLG
     * @param peak the peak luminance of the picture in cd/m2
     * @param colours 1 for greys, 3 for red, green and blue
     */
    HdrColour(MatrixColour.Curve curve, boolean hlg, Primaries primaries, double peak, int colours) {
        for (int i = 0; i <= STEPS; i++) {
            this.curve[i] = curve.decode((double) i / STEPS);
        }
        this.hlg = hlg;
        this.luminance = primaries.toXyz()[1];
        this.toBt2020 = primaries.to(Primaries.BT2020);
        this.tones = new ToneCurve(peak);
        this.colours = colours;
    }

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        double[] light = new double[3];
        for (int x = 0; x < pixels; x++) {
            for (int band = 0; band < 3; band++) {
                light[band] = light(row[x * colours + Math.min(band, colours - 1)]);
            }
            double[] mixed = Matrix.times(toBt2020, light);
            double display = display(light);
            double brightest = display * Math.max(mixed[0], Math.max(mixed[1], mixed[2]));
            double gain = brightest > 0 ? display * tones.shown(brightest) / brightest : 0;
            double[] shown = Matrix.times(toSrgb, mixed);
            for (int band = 0; band < 3; band++) {
                srgb[x * 3 + band] = SrgbCurve.encode(gain * shown[band]);
            }
        }
    }

    private double light(float stored) {
        double at = stored / 255.0 * STEPS;
        int step = (int) at;
        return curve[step] + (at - step) * (curve[step + 1] - curve[step]);
    }

    /**
     * Returns the display's gain for linear light, in multiples of reference white. The gain of HLG depends on the
     * luminance of the scene.
     */
    private double display(double[] light) {
        if (!hlg) {
            return PQ_PEAK;
        }
        double scene = luminance[0] * light[0] + luminance[1] * light[1] + luminance[2] * light[2];
        return HLG_PEAK * Math.pow(Math.max(scene, 0), HLG_GAMMA);
    }
}
