package io.edgepix.imaging.picture;

import io.edgepix.imaging.colour.Colour;

/** Divides rows by their alpha, converts them to sRGB, and writes them into a picture. */
public final class SrgbRow {
    private final Picture picture;
    private final int colours;
    private final Colour colour;
    private final float[] straight;
    private final byte[] srgb;

    /**
     * Creates a writer of rows.
     *
     * @param colours the number of colours per pixel, without alpha
     */
    public SrgbRow(Picture picture, int colours, Colour colour) {
        this.picture = picture;
        this.colours = colours;
        this.colour = colour;
        this.straight = new float[picture.width() * colours];
        this.srgb = new byte[picture.width() * 3];
    }

    /**
     * Writes row {@code y} of the picture.
     *
     * @param row colours of 0 to 255. If the picture has alpha, they are multiplied by the alpha that follows them
     */
    public void write(int y, float[] row) {
        if (picture.alpha()) {
            divide(row);
        } else {
            clampAll(row);
        }
        colour.toSrgb(straight, picture.width(), srgb);
        int start = y * picture.width() * picture.bands();
        if (!picture.alpha()) {
            System.arraycopy(srgb, 0, picture.samples(), start, srgb.length);
            return;
        }
        for (int x = 0; x < picture.width(); x++) {
            System.arraycopy(srgb, x * 3, picture.samples(), start + x * 4, 3);
            picture.samples()[start + x * 4 + 3] = (byte) (clamp(row[x * (colours + 1) + colours]) + 0.5f);
        }
    }

    private void clampAll(float[] row) {
        for (int i = 0; i < straight.length; i++) {
            straight[i] = clamp(row[i]);
        }
    }

    /**
     * Divides colours by the alpha that the filter returned, including overshoot. This keeps a flat colour flat at an
     * edge.
     */
    private void divide(float[] row) {
        for (int x = 0; x < picture.width(); x++) {
            int from = x * (colours + 1);
            float alpha = row[from + colours];
            float factor = alpha < 0.5f ? 0 : 255 / alpha;
            for (int band = 0; band < colours; band++) {
                straight[x * colours + band] = clamp(row[from + band] * factor);
            }
        }
    }

    private static float clamp(float value) {
        return value < 0 ? 0 : value > 255 ? 255 : value;
    }
}
