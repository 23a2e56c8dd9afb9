package io.edgepix.imaging.png;

/**
 * Applies the five filters of PNG. Chooses for each row the filter with the smallest sum of absolute differences, as
 * libpng does.
 */
final class PngFilter {
    private static final int FILTERS = 5;

    private final int bands;
    private final byte[][] candidates;
    private final byte[] above;

    PngFilter(int length, int bands) {
        this.bands = bands;
        this.above = new byte[length];
        this.candidates = new byte[FILTERS][length + 1];
        for (int filter = 0; filter < FILTERS; filter++) {
            candidates[filter][0] = (byte) filter;
        }
    }

    /**
     * Returns the filter type of the next row, followed by the filtered row. The array is valid until the next call.
     */
    byte[] filtered(byte[] row) {
        for (int i = 0; i < row.length; i++) {
            int sample = row[i] & 0xFF;
            int left = i < bands ? 0 : row[i - bands] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < bands ? 0 : above[i - bands] & 0xFF;
            candidates[0][i + 1] = row[i];
            candidates[1][i + 1] = (byte) (sample - left);
            candidates[2][i + 1] = (byte) (sample - up);
            candidates[3][i + 1] = (byte) (sample - ((left + up) >> 1));
            candidates[4][i + 1] = (byte) (sample - nearest(left, up, corner));
        }
        System.arraycopy(row, 0, above, 0, row.length);
        return smallest();
    }

    /** Returns Paeth's predictor: the neighbour nearest to left + up - corner. */
    private static int nearest(int left, int up, int corner) {
        int fromLeft = Math.abs(up - corner);
        int fromUp = Math.abs(left - corner);
        int fromCorner = Math.abs(left + up - 2 * corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return left;
        }
        return fromUp <= fromCorner ? up : corner;
    }

    private byte[] smallest() {
        byte[] best = candidates[0];
        long least = Long.MAX_VALUE;
        for (byte[] candidate : candidates) {
            long sum = 0;
            for (int i = 1; i < candidate.length; i++) {
                sum += Math.abs(candidate[i]);
            }
            if (sum < least) {
                least = sum;
                best = candidate;
            }
        }
        return best;
    }
}
