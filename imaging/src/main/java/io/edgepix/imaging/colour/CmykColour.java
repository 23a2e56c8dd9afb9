package io.edgepix.imaging.colour;

/**
 * Converts CMYK without a profile to the colours of offset printing on coated paper. A colour is interpolated linearly
 * between the 16 nearest mixes of {@link CmykTable}.
 */
final class CmykColour implements Colour {
    private static final int COMPONENTS = 4;
    private static final int MOST = CmykTable.STEPS - 1;
    private static final float[] RED = shown(0);
    private static final float[] GREEN = shown(1);
    private static final float[] BLUE = shown(2);
    /** The distance in the table to the next tone of each component: cyan, magenta, yellow, black. */
    private static final int[] STRIDES = {125, 25, 5, 1};

    private final float[] shares = new float[1 << COMPONENTS];
    private final int[] mixes = new int[1 << COMPONENTS];

    /** Returns one colour, 0 for red to 2 for blue, of all mixes, 0 to 255. */
    private static float[] shown(int band) {
        byte[] mixes = CmykTable.shown();
        float[] shown = new float[mixes.length / 3];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = mixes[i * 3 + band] & 0xFF;
        }
        return shown;
    }

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        for (int x = 0; x < pixels; x++) {
            share(row, x * COMPONENTS);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = 0; i < shares.length; i++) {
                int mix = mixes[i];
                float share = shares[i];
                red += share * RED[mix];
                green += share * GREEN[mix];
                blue += share * BLUE[mix];
            }
            srgb[x * 3] = (byte) (red + 0.5f);
            srgb[x * 3 + 1] = (byte) (green + 0.5f);
            srgb[x * 3 + 2] = (byte) (blue + 0.5f);
        }
    }

    /** Finds the mixes around a pixel's colour, and the share of each mix. */
    private void share(float[] row, int at) {
        shares[0] = 1;
        mixes[0] = 0;
        for (int component = 0; component < COMPONENTS; component++) {
            float tone = row[at + component] * MOST / 255;
            int below = Math.min((int) tone, MOST - 1);
            float above = tone - below;
            int known = 1 << component;
            for (int i = 0; i < known; i++) {
                mixes[i] += below * STRIDES[component];
                mixes[known + i] = mixes[i] + STRIDES[component];
                shares[known + i] = shares[i] * above;
                shares[i] *= 1 - above;
            }
        }
    }
}
