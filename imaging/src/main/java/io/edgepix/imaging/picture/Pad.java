package io.edgepix.imaging.picture;

import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.RenderRequest;

/** Lays the upright picture on the middle of a box in the background's colour, where that is asked for. */
public final class Pad {
    private Pad() {}

    /** The padded picture, its transparent parts as they are; the same one where there is nothing to pad. */
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
