package io.edgepix.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** A last sample of unknown meaning that is 0 in all pixels: nobody has set it, and it is no alpha. */
final class UnsetAlpha {
    private UnsetAlpha() {}

    /** The picture without it; itself where it has no alpha, or some pixel shows. */
    static BufferedImage without(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (!(model instanceof ComponentColorModel) || !model.hasAlpha() || shows(image.getRaster())) {
            return image;
        }
        int colours = model.getNumColorComponents();
        int[] bands = new int[colours];
        for (int band = 0; band < colours; band++) {
            bands[band] = band;
        }
        WritableRaster rest =
                image.getRaster().createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, bands);
        ComponentColorModel opaque = new ComponentColorModel(
                model.getColorSpace(), false, false, ColorModel.OPAQUE, model.getTransferType());
        return new BufferedImage(opaque, rest, false, null);
    }

    private static boolean shows(Raster raster) {
        int alpha = raster.getNumBands() - 1;
        double[] row = new double[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (double sample : raster.getSamples(0, y, row.length, 1, alpha, row)) {
                if (sample != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
