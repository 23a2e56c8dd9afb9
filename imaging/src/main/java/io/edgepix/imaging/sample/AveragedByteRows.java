package io.edgepix.imaging.sample;

import java.util.Arrays;

/**
 * The averages of boxes of opaque 8-bit pixels. They equal those of {@link AveragedRows}, but are computed from
 * integers.
 */
final class AveragedByteRows implements Rows {
    private final RowShape shape;
    private final ByteRows rows;
    private final int across;
    private final int down;
    private final int[] sums;

    AveragedByteRows(ByteRows rows, int across, int down) {
        this.shape = new RowShape(
                Math.ceilDiv(rows.width(), across), Math.ceilDiv(rows.height(), down), rows.colours(), false);
        this.rows = rows;
        this.across = across;
        this.down = down;
        this.sums = new int[Math.ceilDiv(rows.width(), across) * rows.bands()];
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        Arrays.fill(sums, 0);
        int first = y * down;
        int last = Math.min(first + down, rows.height());
        for (int from = first; from < last; from++) {
            rows.sum(from, across, sums);
        }
        int bands = rows.bands();
        float share = 1f / ((last - first) * across);
        for (int i = 0; i < sums.length; i++) {
            row[i] = sums[i] * share;
        }
        int rest = rows.width() % across;
        for (int i = sums.length - bands; rest > 0 && i < sums.length; i++) {
            row[i] *= (float) across / rest;
        }
    }
}
