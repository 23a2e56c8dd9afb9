package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;

/** The rows of a component's decoded samples. */
final class JpegRows implements Rows {
    private final RowShape shape;
    private final byte[] plane;
    private final int stride;

    JpegRows(JpegComponent component) {
        this.shape = new RowShape(component.width(), component.height(), 1, false);
        this.plane = component.plane();
        this.stride = component.stride();
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int at = y * stride;
        for (int x = 0; x < width(); x++) {
            row[x] = plane[at + x] & 0xFF;
        }
    }
}
