package io.edgepix.imaging.picture;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.RenderRequest;

/** Blends a transparent picture with the background if the derivative is a JPEG, the only format without alpha. */
public final class Flatten {
    private Flatten() {}

    /** Returns the flattened picture, or the same picture if there is nothing to flatten. */
    public static Picture of(Picture from, RenderRequest request) {
        if (request.format() != Format.JPEG || !from.alpha()) {
            return from;
        }
        int background = request.background();
        int[] behind = {background >> 16 & 0xFF, background >> 8 & 0xFF, background & 0xFF};
        Picture to = new Picture(from.width(), from.height(), false);
        for (int source = 0, target = 0; target < to.samples().length; source += 4, target += 3) {
            int alpha = from.samples()[source + 3] & 0xFF;
            for (int band = 0; band < 3; band++) {
                int front = from.samples()[source + band] & 0xFF;
                to.samples()[target + band] = (byte) ((front * alpha + behind[band] * (255 - alpha) + 127) / 255);
            }
        }
        return to;
    }
}
