package io.edgepix.imaging.colour;

/** Converts YCCK. Cyan, magenta and yellow are stored inverted, as luma and chroma; black is stored directly. */
public final class YcckColour implements Colour {
    private final Colour cmyk;

    /** Creates a conversion that passes CMYK to the given conversion. */
    public YcckColour(Colour cmyk) {
        this.cmyk = cmyk;
    }

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        for (int i = 0; i < pixels * 4; i += 4) {
            float luma = row[i];
            float blue = row[i + 1] - 128;
            float red = row[i + 2] - 128;
            row[i] = inverse(luma + 1.402f * red);
            row[i + 1] = inverse(luma - 0.344136f * blue - 0.714136f * red);
            row[i + 2] = inverse(luma + 1.772f * blue);
        }
        cmyk.toSrgb(row, pixels, srgb);
    }

    private static float inverse(float complement) {
        return Math.max(0, Math.min(255, 255 - complement));
    }
}
