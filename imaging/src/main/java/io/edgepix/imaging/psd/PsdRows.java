package io.edgepix.imaging.psd;

import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.ByteRows;
import io.edgepix.imaging.sample.PackedSamples;
import io.edgepix.imaging.sample.Premultiply;
import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.SampleDepth;
import java.io.IOException;
import java.nio.ByteOrder;

/** The rows of a PSD's flattened picture: grey, palette colours, RGB or CMYK, with alpha or without. */
final class PsdRows implements Rows {
    private final RowShape shape;
    private final PsdLayout layout;
    private final byte[][] planes;
    private final PackedSamples reader;

    private PsdRows(PsdLayout layout, byte[][] planes, boolean alpha) {
        this.shape = new RowShape(layout.width, layout.height, layout.colours(), alpha);
        this.layout = layout;
        this.planes = planes;
        this.reader = new PackedSamples(new int[] {layout.depth}, layout.depth == 32, ByteOrder.BIG_ENDIAN);
    }

    static Rows of(byte[] psd, PsdLayout layout, boolean part) throws IOException {
        boolean alpha = layout.hasAlpha();
        byte[][] planes = PsdPlanes.read(psd, layout, layout.colours() + (alpha ? 1 : 0), part);
        if (layout.mode == PsdLayout.INDEXED) {
            return bytes(layout, coloured(psd, layout.palette(), planes[0]), false);
        }
        return layout.depth == Byte.SIZE ? bytes(layout, planes, alpha) : new PsdRows(layout, planes, alpha);
    }

    /**
     * Returns the colours of palette indices, one array for each band. The palette contains all reds, then all greens,
     * then all blues.
     */
    private static byte[][] coloured(byte[] psd, int palette, byte[] indices) {
        byte[][] colours = new byte[3][indices.length];
        for (int band = 0; band < 3; band++) {
            for (int i = 0; i < indices.length; i++) {
                colours[band][i] = psd[palette + band * 256 + (indices[i] & 0xFF)];
            }
        }
        return colours;
    }

    private static Rows bytes(PsdLayout layout, byte[][] planes, boolean alpha) {
        ByteRows.Bands bands = new ByteRows.Bands(planes, new int[planes.length], 1, layout.width);
        return new ByteRows(layout.width, layout.height, bands, alpha ? Alpha.STRAIGHT : Alpha.NONE);
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    /** Reads a row. In a bitmap, a bit of 1 is black. */
    @Override
    public void read(int y, float[] row) {
        for (int band = 0; band < planes.length; band++) {
            reader.read(planes[band], y * layout.rowBytes(), layout.width, row, band, planes.length);
        }
        for (int i = 0; i < layout.width * planes.length; i++) {
            float sample = SampleDepth.clamp(row[i]);
            row[i] = layout.mode == PsdLayout.BITMAP ? 255 - sample : sample;
        }
        if (alpha()) {
            Premultiply.row(row, layout.width, planes.length);
        }
    }
}
