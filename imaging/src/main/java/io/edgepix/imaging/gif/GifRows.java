package io.edgepix.imaging.gif;

import io.edgepix.imaging.sample.Argb;
import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of a GIF's frame. Some may be missing.
 *
 * <p>As in browsers, a missing row of an interlaced frame repeats the nearest row above it, at most 7 rows away. Other
 * missing rows are transparent.
 */
final class GifRows implements Rows {
    private static final int FIRST_PASS = 8;

    private final GifFrame frame;
    private final int width;
    private final int height;
    private final int[] palette;
    private final byte[] indices;
    private final BitSet came = new BitSet();
    private final int[] argb;
    private int missing;

    GifRows(GifFrame frame) {
        this.frame = frame;
        this.width = frame.width();
        this.height = frame.height();
        this.palette = frame.palette();
        this.indices = new byte[Math.multiplyExact(width, height)];
        this.argb = new int[width];
        this.missing = height;
    }

    /**
     * Adds a row of colour indices.
     *
     * @param stored the index of the row in storage order
     */
    void take(int stored, byte[] row) {
        int y = frame.row(stored);
        System.arraycopy(row, 0, indices, y * width, width);
        came.set(y);
        missing--;
    }

    boolean isEmpty() {
        return missing == height;
    }

    @Override
    public RowShape shape() {
        return new RowShape(width, height, 3, frame.hasTransparentColour() || missing > 0);
    }

    @Override
    public void read(int y, float[] row) {
        int shown = came.previousSetBit(y);
        if (shown < 0 || y - shown >= (frame.isInterlaced() ? FIRST_PASS : 1)) {
            Arrays.fill(row, 0, width * bands(), 0);
            return;
        }
        for (int x = 0; x < width; x++) {
            argb[x] = palette[indices[shown * width + x] & 0xFF];
        }
        Argb.unpack(argb, 0, width, alpha(), row);
    }
}
