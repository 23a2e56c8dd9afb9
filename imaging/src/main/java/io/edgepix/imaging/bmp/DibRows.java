package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.sample.Alpha;
import io.edgepix.imaging.sample.ByteRows;
import io.edgepix.imaging.sample.Premultiply;
import io.edgepix.imaging.sample.RowShape;
import io.edgepix.imaging.sample.Rows;
import io.edgepix.imaging.sample.SampleDepth;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** The rows of a bitmap without compression: indices into a palette, or bit fields of any width. */
final class DibRows implements Rows {
    private final RowShape shape;
    private final byte[] file;
    private final DibHeader header;
    private final int[] palette;
    private final int[] shifts = new int[4];
    private final float[] steps = new float[4];

    private DibRows(byte[] file, DibHeader header) {
        this.file = file;
        this.header = header;
        this.palette = header.bits > 8 ? new int[0] : header.palette();
        for (int band = 0; band < steps.length; band++) {
            int mask = header.mask(band);
            shifts[band] = mask == 0 ? 0 : Integer.numberOfTrailingZeros(mask);
            steps[band] = mask == 0 ? 0 : SampleDepth.step(Integer.bitCount(mask));
        }
        boolean alpha = palette.length == 0 && header.mask(3) != 0 && showsAnything();
        this.shape = new RowShape(header.width, header.height, 3, alpha);
    }

    /**
     * Returns the rows. Bit fields of whole bytes become {@link ByteRows}, which are the fastest to shrink.
     *
     * @param part whether the file may be cut short after its first row; missing rows are zeros
     * @throws IOException if too few rows exist
     */
    static Rows of(byte[] file, DibHeader header, boolean part) throws IOException {
        long end = end(header);
        long came = (long) file.length - header.dataStart();
        if (end > file.length && (!part || came < header.rowBytes())) {
            throw new EOFException("Expected " + end + " bytes, got " + file.length);
        }
        byte[] whole = end > file.length ? Arrays.copyOf(file, Math.toIntExact(end)) : file;
        DibRows rows = new DibRows(whole, header);
        return rows.isBytes() ? rows.asBytes() : rows;
    }

    /** Returns the offset after the last stored pixel. The padding of the last row may be missing. */
    private static long end(DibHeader header) {
        return header.dataStart() + (long) header.stride() * (header.height - 1) + header.rowBytes();
    }

    /** Tells whether any pixel is visible. An alpha field that is 0 everywhere was never set by its writer. */
    private boolean showsAnything() {
        for (int y = 0; y < header.height; y++) {
            int start = start(y);
            for (int x = 0; x < header.width; x++) {
                if ((pixel(start, x) & header.mask(3)) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int start(int y) {
        return header.dataStart() + (header.topDown ? y : header.height - 1 - y) * header.stride();
    }

    private int pixel(int start, int x) {
        return switch (header.bits) {
            case 32 -> Bytes.little32(file, start + x * 4);
            case 24 -> Bytes.little24(file, start + x * 3);
            default -> Bytes.little16(file, start + x * 2);
        };
    }

    private boolean isBytes() {
        boolean bytes = header.bits >= 24;
        for (int band = 0; band < bands(); band++) {
            bytes &= header.mask(band) >>> shifts[band] == 0xFF && shifts[band] % Byte.SIZE == 0;
        }
        return bytes;
    }

    private Rows asBytes() {
        byte[][] data = new byte[bands()][];
        int[] starts = new int[data.length];
        Arrays.fill(data, file);
        Arrays.setAll(starts, band -> start(0) + shifts[band] / Byte.SIZE);
        int line = header.topDown ? header.stride() : -header.stride();
        ByteRows.Bands bands = new ByteRows.Bands(data, starts, header.bits / Byte.SIZE, line);
        return new ByteRows(header.width, header.height, bands, alpha() ? Alpha.STRAIGHT : Alpha.NONE);
    }

    @Override
    public RowShape shape() {
        return shape;
    }

    @Override
    public void read(int y, float[] row) {
        int start = start(y);
        int bands = bands();
        for (int x = 0; x < header.width; x++) {
            if (palette.length > 0) {
                look(start, x, row);
                continue;
            }
            int pixel = pixel(start, x);
            for (int band = 0; band < bands; band++) {
                long field = (pixel & header.mask(band)) >>> shifts[band] & 0xFFFFFFFFL;
                row[x * bands + band] = SampleDepth.clamp(field * steps[band]);
            }
        }
        if (alpha()) {
            Premultiply.row(row, header.width, bands);
        }
    }

    private void look(int start, int x, float[] row) {
        int bit = x * header.bits;
        int shift = 8 - header.bits - bit % 8;
        int colour = palette[file[start + bit / 8] >> shift & ((1 << header.bits) - 1)];
        for (int band = 0; band < 3; band++) {
            row[x * 3 + band] = colour >> (16 - 8 * band) & 0xFF;
        }
    }
}
