package io.edgepix.imaging.sample;

/** The first band of rows whose three colours are equal, so that a grey profile can be applied. */
public final class GreyRows implements Rows {
    private final RowShape shape;
    private final Rows rows;
    private final float[] wide;

    public GreyRows(Rows rows) {
        this.shape = new RowShape(rows.width(), rows.height(), 1, false);
        this.rows = rows;
        this.wide = new float[rows.width() * rows.bands()];
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        rows.read(y, wide);
        int bands = rows.bands();
        for (int x = 0; x < width(); x++) {
            row[x] = wide[x * bands];
        }
    }
}
