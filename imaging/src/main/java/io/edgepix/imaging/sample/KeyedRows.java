package io.edgepix.imaging.sample;

/** Opaque rows in which one exact colour is made transparent. */
public final class KeyedRows implements Rows {
    private final RowShape shape;
    private final Rows rows;
    private final float[] key;
    private final float[] opaque;

    public KeyedRows(Rows rows, float[] key) {
        this.shape = new RowShape(rows.width(), rows.height(), rows.colours(), true);
        this.rows = rows;
        this.key = key;
        this.opaque = new float[rows.width() * rows.bands()];
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        rows.read(y, opaque);
        int colours = key.length;
        for (int x = 0; x < width(); x++) {
            int to = x * (colours + 1);
            boolean shows = false;
            for (int band = 0; band < colours; band++) {
                float sample = opaque[x * colours + band];
                row[to + band] = sample;
                shows |= sample != key[band];
            }
            for (int band = 0; band < colours && !shows; band++) {
                row[to + band] = 0;
            }
            row[to + colours] = shows ? 255 : 0;
        }
    }
}
