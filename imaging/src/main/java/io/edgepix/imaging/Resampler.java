package io.edgepix.imaging;

/**
 * Cuts and shrinks rows by separable Lanczos.
 *
 * <p>Shrinking to less than a quarter starts with averages of whole boxes, which leave at least twice the
 * pixels that are wanted. Each row is then filtered across into a ring of just as many rows as the filter
 * reaches down, and rows of the ring are summed into each row that comes out.
 */
final class Resampler {
    /** Takes rows as they come out, top to bottom. */
    interface Sink {
        void write(int y, float[] row);
    }

    private static final double SPARE = 2;

    private Resampler() {}

    static void run(Rows original, Frame frame, Sink sink) {
        int across = Math.max(1, (int) (frame.partWidth() / frame.width() / SPARE));
        int down = Math.max(1, (int) (frame.partHeight() / frame.height() / SPARE));
        Rows rows = across == 1 && down == 1 ? original : original.averaged(across, down);
        Weights columns = Weights.lanczos(
                (double) original.width() / across, frame.x() / across, frame.partWidth() / across, frame.width());
        Weights lines = Weights.lanczos(
                (double) original.height() / down, frame.y() / down, frame.partHeight() / down, frame.height());

        int bands = rows.bands();
        float[] in = new float[rows.width() * bands];
        float[][] ring = new float[lines.longest()][frame.width() * bands];
        float[] out = new float[frame.width() * bands];
        int next = lines.first(0);
        for (int y = 0; y < frame.height(); y++) {
            int end = lines.first(y) + lines.taps(y).length;
            for (next = Math.max(next, lines.first(y)); next < end; next++) {
                rows.read(next, in);
                Filter.across(in, columns, bands, ring[next % ring.length]);
            }
            Filter.down(ring, lines.first(y), lines.taps(y), out);
            sink.write(y, out);
        }
    }
}
