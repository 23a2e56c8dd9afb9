package io.edgepix.imaging;

/**
 * Cyan, magenta, yellow and black without a profile, as offset on coated paper shows them: the mean of the sixteen nearest
 * mixes that are known, each weighted by how near it is.
 */
final class InkColour implements Colour {
    private static final int INKS = 4;
    private static final int MOST = InkTable.STEPS - 1;
    private static final byte[] SHOWN = InkTable.shown();
    /** By how many mixes the next tone of each ink is further on. */
    private static final int[] STRIDES = {125, 25, 5, 1};

    private final float[] shares = new float[1 << INKS];
    private final int[] mixes = new int[1 << INKS];

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        for (int x = 0; x < pixels; x++) {
            share(row, x * INKS);
            for (int band = 0; band < 3; band++) {
                float sum = 0;
                for (int i = 0; i < shares.length; i++) {
                    sum += shares[i] * (SHOWN[mixes[i] * 3 + band] & 0xFF);
                }
                srgb[x * 3 + band] = (byte) (sum + 0.5f);
            }
        }
    }

    /** Finds the mixes around a pixel's and the share of each. */
    private void share(float[] row, int at) {
        shares[0] = 1;
        mixes[0] = 0;
        for (int ink = 0; ink < INKS; ink++) {
            float tone = row[at + ink] * MOST / 255;
            int below = Math.min((int) tone, MOST - 1);
            float above = tone - below;
            int known = 1 << ink;
            for (int i = 0; i < known; i++) {
                mixes[i] += below * STRIDES[ink];
                mixes[known + i] = mixes[i] + STRIDES[ink];
                shares[known + i] = shares[i] * above;
                shares[i] *= 1 - above;
            }
        }
    }
}
