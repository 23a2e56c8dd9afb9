package io.edgepix.imaging.tiff;

import io.edgepix.imaging.bytes.PackBits;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the strips or tiles of a TIFF into rows of samples without gaps.
 *
 * <p>All rows must exist. If the stated length of a strip or tile is too short or missing, the strip or tile may extend
 * to the beginning of the next one.
 */
final class TiffPlanes {
    private final byte[] tiff;
    private final TiffLayout layout;
    private final long[] starts;
    private final long[] sorted;
    private final long[] lengths;
    private final byte[][] planes;
    private long unpacked;
    private long missing;

    private TiffPlanes(byte[] tiff, TiffLayout layout) {
        this.tiff = layout.reversed ? reversed(tiff) : tiff;
        this.layout = layout;
        this.starts = layout.starts();
        this.sorted = starts.clone();
        Arrays.sort(sorted);
        this.lengths = layout.lengths();
        this.planes = new byte[layout.planes()][];
    }

    /**
     * Returns the rows of each plane.
     *
     * @param part whether rows may be missing; missing rows are 0
     * @throws EOFException if all rows are missing, or if some are missing and {@code part} is false
     */
    static byte[][] read(byte[] tiff, TiffLayout layout, boolean part) throws IOException {
        TiffPlanes reading = new TiffPlanes(tiff, layout);
        for (int plane = 0; plane < reading.planes.length; plane++) {
            reading.read(plane);
        }
        if (reading.unpacked == 0 || (reading.missing > 0 && !part)) {
            throw new EOFException(reading.missing + " bytes of samples are missing");
        }
        return reading.planes;
    }

    private void read(int plane) throws IOException {
        int stride = layout.rowBytes(plane, layout.width);
        planes[plane] = new byte[(int) Math.min((long) stride * layout.height, Integer.MAX_VALUE)];
        int across = Math.ceilDiv(layout.width, layout.partWidth);
        int down = Math.ceilDiv(layout.height, layout.partHeight);
        if (across > 1 && layout.rowBytes(plane, layout.partWidth) * 8L != (long) bits(plane) * layout.partWidth) {
            throw new IOException("Expected tiles with rows of whole bytes, got " + layout.partWidth + " pixels");
        }
        for (int i = 0; i < across * down; i++) {
            int index = plane * across * down + i;
            if (layout.tiled) {
                readTile(plane, index, i % across, i / across);
            } else {
                int y = i * layout.partHeight;
                int rows = Math.min(layout.partHeight, layout.height - y);
                unpack(plane, index, planes[plane], y * stride, rows, stride);
            }
        }
    }

    private int bits(int plane) {
        int sum = 0;
        for (int each : layout.bits(plane)) {
            sum += each;
        }
        return sum;
    }

    private void readTile(int plane, int index, int column, int line) {
        int stride = layout.rowBytes(plane, layout.width);
        int wide = layout.rowBytes(plane, layout.partWidth);
        int y = line * layout.partHeight;
        int rows = Math.min(layout.partHeight, layout.height - y);
        byte[] tile = new byte[Math.multiplyExact(wide, rows)];
        unpack(plane, index, tile, 0, rows, wide);
        int left = column * wide;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(tile, row * wide, planes[plane], (y + row) * stride + left, Math.min(wide, stride - left));
        }
    }

    /** Unpacks a strip or tile. Rows after the last whole one are 0. */
    private void unpack(int plane, int index, byte[] to, int at, int rows, int stride) {
        int wanted = rows * stride;
        int came = unpack(index, to, at, wanted);
        unpacked += came;
        missing += wanted - came;
        int whole = at + came - came % stride;
        Arrays.fill(to, whole, at + wanted, (byte) 0);
        TiffPredictor predictor = new TiffPredictor(layout, plane);
        for (int row = at; row < whole; row += stride) {
            predictor.undo(to, row, stride);
        }
    }

    private int unpack(int index, byte[] to, int at, int wanted) {
        long start = index < starts.length ? starts[index] : tiff.length;
        if (start <= 0 || start >= tiff.length) {
            return 0;
        }
        long stated = index < lengths.length ? lengths[index] : 0;
        int end = (int) Math.clamp(start + stated, start, tiff.length);
        int came = unpack((int) start, end, to, at, wanted);
        return came == wanted ? came : Math.max(came, unpack((int) start, next(start), to, at, wanted));
    }

    /** Returns the offset of the next strip or tile in the file, or the length of the file if there is none. */
    private int next(long start) {
        int found = Arrays.binarySearch(sorted, start + 1);
        int next = found < 0 ? -found - 1 : found;
        return (int) Math.min(next < sorted.length ? sorted[next] : tiff.length, tiff.length);
    }

    private int unpack(int start, int end, byte[] to, int at, int wanted) {
        return switch (layout.compression) {
            case TiffLayout.NONE -> copy(start, end, to, at, wanted);
            case TiffLayout.LZW -> TiffLzw.unpack(tiff, start, end, to, at, wanted);
            case TiffLayout.PACK_BITS -> PackBits.unpack(tiff, start, end, to, at, wanted);
            default -> inflate(start, end, to, at, wanted);
        };
    }

    /** Returns the file with the bits of each byte reversed, for files that store the least significant bit first. */
    private static byte[] reversed(byte[] tiff) {
        byte[] reversed = new byte[tiff.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = (byte) (Integer.reverse(tiff[i]) >>> 24);
        }
        return reversed;
    }

    private int copy(int start, int end, byte[] to, int at, int wanted) {
        int length = Math.min(wanted, end - start);
        System.arraycopy(tiff, start, to, at, length);
        return length;
    }

    private int inflate(int start, int end, byte[] to, int at, int wanted) {
        Inflater inflater = new Inflater();
        int came = 0;
        try {
            inflater.setInput(tiff, start, end - start);
            while (came < wanted) {
                int more = inflater.inflate(to, at + came, wanted - came);
                if (more == 0) {
                    break;
                }
                came += more;
            }
        } catch (DataFormatException e) {
            return came;
        } finally {
            inflater.end();
        }
        return came;
    }
}
