package io.edgepix.imaging.sample;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The colours of rows that are stored as indices into a palette. */
public final class PaletteRows implements Rows {
    private final Raster raster;
    private final RowShape shape;
    private final int[] colours;
    private final int[] indices;

    public PaletteRows(Raster raster, IndexColorModel palette) {
        this.raster = raster;
        this.shape = new RowShape(raster.getWidth(), raster.getHeight(), 3, palette.hasAlpha());
        this.colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        this.indices = new int[raster.getWidth()];
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, indices.length, 1, 0, indices);
        for (int x = 0; x < indices.length; x++) {
            indices[x] = colours[Math.min(indices[x], colours.length - 1)];
        }
        Argb.unpack(indices, 0, indices.length, alpha(), row);
    }
}
