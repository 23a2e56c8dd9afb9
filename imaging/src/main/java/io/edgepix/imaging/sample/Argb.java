package io.edgepix.imaging.sample;

/** Unpacks pixels in the format of ImageIO's colour models, 0xAARRGGBB. */
public final class Argb {
    private Argb() {}

    /** Writes pixels as samples of 0 to 255: red, green and blue, multiplied by alpha if there is alpha, then alpha. */
    public static void unpack(int[] pixels, int from, int count, boolean alpha, float[] row) {
        int bands = alpha ? 4 : 3;
        for (int x = 0; x < count; x++) {
            int pixel = pixels[from + x];
            int to = x * bands;
            row[to] = pixel >> 16 & 0xFF;
            row[to + 1] = pixel >> 8 & 0xFF;
            row[to + 2] = pixel & 0xFF;
            if (alpha) {
                row[to + 3] = pixel >>> 24;
            }
        }
        if (alpha) {
            Premultiply.row(row, count, bands);
        }
    }
}
