package io.edgepix.imaging;

/**
 * Cyan, magenta, yellow and black without a profile, as a web offset press prints them.
 *
 * <p>Neugebauer's model: a pixel is a mix of the sixteen overprints of full inks, each weighted by the
 * paper that it covers. The overprints are what coated paper shows in sRGB; mixing them on sRGB's curve
 * stands in for the spread of the dots.
 */
final class InkColour implements Colour {
    /** Indexed by which inks are full: 1 cyan, 2 magenta, 4 yellow, 8 black. */
    private static final int[] OVERPRINTS = {
        0xFFFFFF, 0x00AEEF, 0xEC008C, 0x2E3092, 0xFFF200, 0x00A650, 0xED1C24, 0x363639,
        0x231F20, 0x000524, 0x150001, 0x000000, 0x181A00, 0x000500, 0x160001, 0x000000,
    };

    private final float[] shares = new float[OVERPRINTS.length];

    @Override
    public void toSrgb(float[] row, int pixels, byte[] srgb) {
        for (int x = 0; x < pixels; x++) {
            share(row, x * 4);
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int i = 0; i < shares.length; i++) {
                red += shares[i] * (OVERPRINTS[i] >> 16);
                green += shares[i] * (OVERPRINTS[i] >> 8 & 0xFF);
                blue += shares[i] * (OVERPRINTS[i] & 0xFF);
            }
            srgb[x * 3] = (byte) (red + 0.5f);
            srgb[x * 3 + 1] = (byte) (green + 0.5f);
            srgb[x * 3 + 2] = (byte) (blue + 0.5f);
        }
    }

    /** How much of the paper each overprint covers, if the inks fall independently. */
    private void share(float[] row, int at) {
        shares[0] = 1;
        for (int ink = 0; ink < 4; ink++) {
            float covered = row[at + ink] / 255;
            int known = 1 << ink;
            for (int i = 0; i < known; i++) {
                shares[known + i] = shares[i] * covered;
                shares[i] *= 1 - covered;
            }
        }
    }
}
