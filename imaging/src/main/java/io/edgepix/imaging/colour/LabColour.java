package io.edgepix.imaging.colour;

/** Converts CIE L*a*b* under D50, which printing and TIFF use, to sRGB. The Bradford transform adapts white to D65. */
public final class LabColour implements Colour {
    private static final double[] WHITE = {0.96422, 1, 0.82521};
    private static final double[] TO_LINEAR = {
        3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.0334540, 0.0719453, -0.2289914, 1.4052427,
    };

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        for (int i = 0; i < pixels * 3; i += 3) {
            double lightness = (row[i] / 2.55 + 16) / 116;
            double x = WHITE[0] * cube(lightness + (row[i + 1] - 128) / 500);
            double y = WHITE[1] * cube(lightness);
            double z = WHITE[2] * cube(lightness - (row[i + 2] - 128) / 200);
            for (int band = 0; band < 3; band++) {
                int at = band * 3;
                srgb[i + band] = SrgbCurve.encode(TO_LINEAR[at] * x + TO_LINEAR[at + 1] * y + TO_LINEAR[at + 2] * z);
            }
        }
    }

    private static double cube(double root) {
        return root > 6.0 / 29 ? root * root * root : (root - 4.0 / 29) * 108 / 841;
    }
}
