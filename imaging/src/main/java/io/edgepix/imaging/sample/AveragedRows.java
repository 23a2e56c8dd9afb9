package io.edgepix.imaging.sample;

import java.util.Arrays;

/** The averages of boxes of pixels. Boxes at the right and bottom edges average the pixels that exist. */
final class AveragedRows implements Rows {
    private final RowShape shape;
    private final Rows rows;
    private final int across;
    private final int down;
    private final float[] whole;

    private AveragedRows(Rows rows, int across, int down) {
        this.shape = new RowShape(
                Math.ceilDiv(rows.width(), across), Math.ceilDiv(rows.height(), down), rows.colours(), rows.alpha());
        this.rows = rows;
        this.across = across;
        this.down = down;
        this.whole = new float[rows.width() * rows.bands()];
    }

    /**
     * Returns the averages of boxes of pixels.
     *
     * @param across the width of a box, in pixels
     * @param down the height of a box, in rows
     */
    static Rows of(Rows rows, int across, int down) {
        return rows instanceof ByteRows bytes && !bytes.alpha()
                ? new AveragedByteRows(bytes, across, down)
                : new AveragedRows(rows, across, down);
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int bands = bands();
        int first = y * down;
        int last = Math.min(first + down, rows.height());
        Arrays.fill(row, 0, width() * bands, 0);
        for (int from = first; from < last; from++) {
            rows.read(from, whole);
            add(row, bands);
        }
        int count = last - first;
        for (int x = 0; x < width(); x++) {
            float share = 1f / (count * Math.min(across, rows.width() - x * across));
            for (int band = 0; band < bands; band++) {
                row[x * bands + band] *= share;
            }
        }
    }

    private void add(float[] row, int bands) {
        int left = 0;
        for (int from = 0; from < whole.length; from += across * bands, left += bands) {
            int end = Math.min(from + across * bands, whole.length);
            for (int i = from; i < end; i += bands) {
                for (int band = 0; band < bands; band++) {
                    row[left + band] += whole[i + band];
                }
            }
        }
    }
}
