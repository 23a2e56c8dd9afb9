package io.edgepix.comparison.picture;

/** Draws a picture on a grey backdrop. */
public final class Backdrop {
    private static final int OPAQUE = 255;

    private Backdrop() {}

    /**
     * Returns the picture on the backdrop, without alpha.
     *
     * @param level of the backdrop, 0 (black) to 255 (white)
     */
    public static Pixels under(Pixels picture, int level) {
        if (picture.channels() == 3) {
            return picture;
        }
        byte[] from = picture.samples();
        byte[] to = new byte[from.length / 4 * 3];
        for (int at = 0, out = 0; at < from.length; at += 4) {
            int alpha = from[at + 3] & 0xFF;
            for (int channel = 0; channel < 3; channel++) {
                int seen = (from[at + channel] & 0xFF) * alpha + level * (OPAQUE - alpha);
                to[out++] = (byte) ((seen + OPAQUE / 2) / OPAQUE);
            }
        }
        return new Pixels(picture.width(), picture.height(), 3, to);
    }

    /** Tells whether no backdrop would be visible. */
    public static boolean isOpaque(Pixels picture) {
        if (picture.channels() == 4) {
            for (int at = 3; at < picture.samples().length; at += 4) {
                if ((picture.samples()[at] & 0xFF) != OPAQUE) {
                    return false;
                }
            }
        }
        return true;
    }
}
