package io.edgepix.imaging.sample;

import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;

/**
 * Cuts and shrinks a plane by separable Lanczos.
 *
 * <p>Shrinking to a sixth or less starts with averages of whole boxes. They leave at least three pixels for each pixel
 * of the result along a side. A ring buffer contains the rows that the vertical filter needs. They are summed into one
 * row, which is then filtered horizontally.
 */
public final class Resampler {
    private final Rows rows;
    private final Weights columns;
    private final Weights lines;
    private final float[][] ring;
    private final float[] sum;
    private int next;

    /** Creates a resampler of the part of a picture that a frame shows. */
    public Resampler(Plane plane, Header header, Crop frame) {
        int across = box(frame.partWidth() / plane.across() / frame.width());
        int down = box(frame.partHeight() / plane.down() / frame.height());
        double wide = plane.across() * across;
        double high = plane.down() * down;
        this.rows = across == 1 && down == 1 ? plane.rows() : AveragedRows.of(plane.rows(), across, down);
        this.columns =
                Weights.lanczos(header.width() / wide, frame.x() / wide, frame.partWidth() / wide, frame.width());
        this.lines =
                Weights.lanczos(header.height() / high, frame.y() / high, frame.partHeight() / high, frame.height());
        this.sum = new float[rows.width() * rows.bands()];
        this.ring = new float[lines.longest()][sum.length];
    }

    private static int box(double shrink) {
        return Math.max(1, (int) (shrink / Detail.SAMPLES_A_PIXEL));
    }

    /** Reads a row of the result, with all of its bands. Rows must be read from top to bottom. */
    public void read(int y, float[] row) {
        sum(y);
        Filter.across(sum, columns, rows.bands(), row);
    }

    /** Reads a row of the result of a plane with one band, into one band of a row with several bands. */
    public void read(int y, float[] row, int band, int bands) {
        sum(y);
        Filter.one(sum, columns, row, band, bands);
    }

    private void sum(int y) {
        int first = lines.first(y);
        int end = first + lines.taps(y).length;
        for (next = Math.max(next, first); next < end; next++) {
            rows.read(next, ring[next % ring.length]);
        }
        Filter.down(ring, first, lines.taps(y), sum);
    }
}
