package io.edgepix.imaging.psd;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.PackBits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.EOFException;
import java.io.IOException;

/** Unpacks the channels of a PSD's flattened picture. The channels are stored one after another. */
final class PsdPlanes {
    private static final int RAW = 0;
    private static final int PACK_BITS = 1;

    private PsdPlanes() {}

    /** Throws if the compression is something other than none or PackBits. */
    static void check(byte[] psd, PsdLayout layout) throws IOException, UnrenderableException {
        int start = layout.picture();
        if (start <= psd.length - 2 && Bytes.big16(psd, start) > PACK_BITS) {
            throw UnrenderableException.unsupported(
                    "PSD whose flattened picture has compression " + Bytes.big16(psd, start));
        }
    }

    /**
     * Returns the rows of the first channels, one array for each.
     *
     * @param wanted the number of channels
     * @param part whether rows may be missing; missing rows are 0
     * @throws EOFException if all rows are missing, or if some are missing and {@code part} is false
     */
    static byte[][] read(byte[] psd, PsdLayout layout, int wanted, boolean part) throws IOException {
        int start = layout.picture();
        if (start > psd.length - 2) {
            throw new EOFException("The flattened picture is missing");
        }
        int bytes = layout.rowBytes();
        byte[][] planes = new byte[wanted][(int) Math.min((long) bytes * layout.height, Integer.MAX_VALUE)];
        boolean raw = Bytes.big16(psd, start) == RAW;
        int count = layout.big ? 4 : 2;
        long at = start + 2 + (raw ? 0 : (long) layout.channels * layout.height * count);
        long came = 0;
        for (int i = 0; i < wanted * layout.height; i++) {
            int length = raw ? bytes : length(psd, start + 2 + i * count, layout.big);
            if (at >= psd.length) {
                break;
            }
            int end = (int) Math.min(at + length, psd.length);
            byte[] plane = planes[i / layout.height];
            int to = i % layout.height * bytes;
            if (raw) {
                System.arraycopy(psd, (int) at, plane, to, end - (int) at);
                came += end - at;
            } else {
                came += PackBits.unpack(psd, (int) at, end, plane, to, bytes);
            }
            at += length;
        }
        if (came == 0 || (!part && came < (long) wanted * layout.height * bytes)) {
            throw new EOFException("Rows of the flattened picture are missing");
        }
        return planes;
    }

    private static int length(byte[] psd, int at, boolean big) throws EOFException {
        if (at > psd.length - (big ? 4 : 2)) {
            throw new EOFException("Lengths of rows are missing");
        }
        return big ? Math.max(0, Bytes.big32(psd, at)) : Bytes.big16(psd, at);
    }
}
