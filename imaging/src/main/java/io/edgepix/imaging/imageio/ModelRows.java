package io.edgepix.imaging.imageio;

import io.edgepix.imaging.sample.Argb;
import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;
import java.awt.image.BufferedImage;

/**
 * Rows of rare kinds of samples, such as packed shorts or rare colour spaces. The colour model converts each pixel to
 * sRGB.
 */
final class ModelRows implements Rows {
    private final RowShape shape;
    private final BufferedImage image;
    private final int[] pixels;

    ModelRows(BufferedImage image) {
        this.shape = new RowShape(
                image.getWidth(), image.getHeight(), 3, image.getColorModel().hasAlpha());
        this.image = image;
        this.pixels = new int[image.getWidth()];
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
        Argb.unpack(pixels, 0, pixels.length, alpha(), row);
    }
}
