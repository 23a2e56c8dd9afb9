package io.edgepix.imaging;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of a GIF whose data ends early, as browsers show them.
 *
 * <p>An interlaced one repeats the nearest row above that came; what then is missing is transparent.
 */
final class GifRows implements Rows {
    private static final int FIRST_PASS = 8;

    private final Rows rows;
    private final BitSet came;
    private final boolean interlaced;
    private final float[] drawn;

    private GifRows(Rows rows, BitSet came, boolean interlaced) {
        this.rows = rows;
        this.came = came;
        this.interlaced = interlaced;
        this.drawn = new float[rows.width() * rows.bands()];
    }

    /** The rows themselves where all came. */
    static Rows of(Rows rows, BitSet came, boolean interlaced) {
        return came.cardinality() == rows.height() ? rows : new GifRows(rows, came, interlaced);
    }

    @Override
    public int width() {
        return rows.width();
    }

    @Override
    public int height() {
        return rows.height();
    }

    @Override
    public int colours() {
        return rows.colours();
    }

    @Override
    public boolean alpha() {
        return true;
    }

    @Override
    public void read(int y, float[] row) {
        int shown = came.previousSetBit(y);
        if (shown < 0 || y - shown >= (interlaced ? FIRST_PASS : 1)) {
            Arrays.fill(row, 0, width() * bands(), 0);
            return;
        }
        if (rows.alpha()) {
            rows.read(shown, row);
            return;
        }
        rows.read(shown, drawn);
        int colours = colours();
        for (int x = 0; x < width(); x++) {
            System.arraycopy(drawn, x * colours, row, x * (colours + 1), colours);
            row[x * (colours + 1) + colours] = 255;
        }
    }
}
