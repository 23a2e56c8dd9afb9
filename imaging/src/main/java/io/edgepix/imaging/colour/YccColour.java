package io.edgepix.imaging.colour;

/** Converts luma and chroma, in which most JPEGs store red, green and blue. The matrix is that of JFIF (BT.601). */
public final class YccColour implements Colour {
    private final Colour rgb;

    /** Creates a conversion that passes red, green and blue to the given conversion. */
    public YccColour(Colour rgb) {
        this.rgb = rgb;
    }

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        for (int i = 0; i < pixels * 3; i += 3) {
            float luma = row[i];
            float blue = row[i + 1] - 128;
            float red = row[i + 2] - 128;
            row[i] = clamp(luma + 1.402f * red);
            row[i + 1] = clamp(luma - 0.344136f * blue - 0.714136f * red);
            row[i + 2] = clamp(luma + 1.772f * blue);
        }
        rgb.toSrgb(row, pixels, srgb);
    }

    private static float clamp(float value) {
        return value < 0 ? 0 : value > 255 ? 255 : value;
    }
}
