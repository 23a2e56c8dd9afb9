package io.edgepix.imaging.picture;

/** Removes an alpha channel that is opaque everywhere. */
public final class DropOpaqueAlpha {
    private DropOpaqueAlpha() {}

    /** Returns the picture without alpha. Returns the same picture if it is transparent anywhere or has no alpha. */
    public static Picture of(Picture picture) {
        if (!picture.alpha() || hides(picture)) {
            return picture;
        }
        Picture opaque = new Picture(picture.width(), picture.height(), false);
        for (int from = 0, to = 0; to < opaque.samples().length; from += 4, to += 3) {
            System.arraycopy(picture.samples(), from, opaque.samples(), to, 3);
        }
        return opaque;
    }

    private static boolean hides(Picture picture) {
        byte[] samples = picture.samples();
        for (int i = 3; i < samples.length; i += 4) {
            if (samples[i] != (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }
}
