package io.edgepix.imaging.picture;

import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.RenderRequest;

/** Centres the upright picture in a box of the background colour, if the request asks for padding. */
public final class Pad {
    private Pad() {}

    /**
     * Returns the padded picture, or the same picture if there is nothing to pad. Transparent parts of the picture stay
     * transparent.
     */
    public static Picture of(Picture from, RenderRequest request) {
        Size box = request.size();
        if (!request.pads(from.width(), from.height())) {
            return from;
        }
        Picture to = new Picture(box.width(), box.height(), from.alpha());
        fill(to, request.background());
        int left = (to.width() - from.width()) / 2;
        int top = (to.height() - from.height()) / 2;
        int row = from.width() * from.bands();
        for (int y = 0; y < from.height(); y++) {
            int target = ((top + y) * to.width() + left) * to.bands();
            System.arraycopy(from.samples(), y * row, to.samples(), target, row);
        }
        return to;
    }

    private static void fill(Picture to, int background) {
        byte[] samples = to.samples();
        byte[] pixel = {(byte) (background >> 16), (byte) (background >> 8), (byte) background, (byte) 0xFF};
        System.arraycopy(pixel, 0, samples, 0, to.bands());
        for (int done = to.bands(); done < samples.length; done *= 2) {
            System.arraycopy(samples, 0, samples, done, Math.min(done, samples.length - done));
        }
    }
}
