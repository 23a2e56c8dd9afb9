package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.sample.Rows;

/** Rows of one component's samples. */
final class JpegRows implements Rows {
    private final byte[] plane;
    private final int width;
    private final int height;
    private final int stride;

    JpegRows(JpegComponent component) {
        this.plane = component.plane();
        this.width = component.width();
        this.height = component.height();
        this.stride = component.stride();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int colours() {
        return 1;
    }

    @Override
    public boolean alpha() {
        return false;
    }

    @Override
    public void read(int y, float[] row) {
        int at = y * stride;
        for (int x = 0; x < width; x++) {
            row[x] = plane[at + x] & 0xFF;
        }
    }
}
