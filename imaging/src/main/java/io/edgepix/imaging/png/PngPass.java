package io.edgepix.imaging.png;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive rows in the data of a PNG: either all rows, or the rows of one of the seven passes of Adam7.
 *
 * @param rows the number of rows
 * @param rowBytes the length of each row in bytes, including the filter type
 */
record PngPass(int rows, int rowBytes) {
    /** The first column, the first row, and the steps across and down, for each pass. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    /** Returns the passes that contain pixels, in the order of the data. */
    static List<PngPass> of(PngHeader header) {
        if (!header.interlaced()) {
            return List.of(of(header, header.width(), header.height()));
        }
        List<PngPass> passes = new ArrayList<>();
        for (int[] step : ADAM7) {
            int width = Math.ceilDiv(header.width() - step[0], step[2]);
            int height = Math.ceilDiv(header.height() - step[1], step[3]);
            if (width > 0 && height > 0) {
                passes.add(of(header, width, height));
            }
        }
        return passes;
    }

    private static PngPass of(PngHeader header, int width, int height) {
        return new PngPass(height, (int) (1 + Math.ceilDiv((long) width * header.pixelBits(), 8)));
    }
}
