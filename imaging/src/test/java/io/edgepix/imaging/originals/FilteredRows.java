package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Filters and compresses the rows of a PNG, with every filter and every type of block. */
public final class FilteredRows {
    private static final int FILTERS = 5;

    private FilteredRows() {}

    /**
     * Returns rows that begin with their filter.
     *
     * @param samples the bytes of all rows
     * @param size the number of bytes of a row
     * @param step the number of bytes of a pixel
     * @param filter the filter of the first row. Each following row has the next one, unless it is Paeth, which
     *     continues for three rows
     */
    public static byte[] filter(byte[] samples, int size, int step, int filter) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = 0; y < samples.length / size; y++) {
            int kind = Math.min((filter + y) % (FILTERS + 2), FILTERS - 1);
            rows.write(kind);
            for (int x = 0; x < size; x++) {
                int left = x < step ? 0 : samples[y * size + x - step] & 0xFF;
                int up = y == 0 ? 0 : samples[(y - 1) * size + x] & 0xFF;
                int corner = x < step || y == 0 ? 0 : samples[(y - 1) * size + x - step] & 0xFF;
                rows.write(samples[y * size + x] - prediction(kind, left, up, corner));
            }
        }
        return rows.toByteArray();
    }

    private static int prediction(int filter, int left, int up, int corner) {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> paeth(left, up, corner);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int fromLeft = Math.abs(up - corner);
        int fromUp = Math.abs(left - corner);
        int fromCorner = Math.abs(left + up - 2 * corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return left;
        }
        return fromUp <= fromCorner ? up : corner;
    }

    /**
     * Compresses rows to a zlib stream.
     *
     * @param level 0 for stored blocks, up to 9
     * @param strategy one of {@link Deflater}
     * @param part the number of bytes after which a block ends. Blocks of few bytes have the fixed codes
     */
    public static byte[] deflate(byte[] rows, int level, int strategy, int part) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try (Deflater deflater = new Deflater(level)) {
            deflater.setStrategy(strategy);
            for (int start = 0; start < rows.length; start += part) {
                deflater.setInput(rows, start, Math.min(part, rows.length - start));
                write(deflater, Deflater.SYNC_FLUSH, buffer, deflated);
            }
            deflater.finish();
            write(deflater, Deflater.NO_FLUSH, buffer, deflated);
        }
        return deflated.toByteArray();
    }

    private static void write(Deflater deflater, int flush, byte[] buffer, ByteArrayOutputStream out) {
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, flush);
            out.write(buffer, 0, count);
        } while (count == buffer.length || !deflater.needsInput());
    }
}
