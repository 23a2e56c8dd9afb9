package io.edgepix.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Makes a PNG whole that is cut short or damaged in its data: the rows that came are packed anew, and those that are
 * missing are grey, or transparent where there is alpha.
 */
final class PngEnd {
    private static final int HEADER_END = 33;
    private static final int GREY = 0x80;
    private static final int MOST_FILTER = 4;
    private static final int BUFFER = 1 << 15;
    /** What is unpacked and packed here was unpacked twice, and will be once more. */
    private static final int ATTEMPTS = 5;

    private final byte[] png;
    private final ByteArrayOutputStream before = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private PngEnd(byte[] png) {
        this.png = png;
    }

    /** The same bytes where they say too little. */
    static byte[] of(byte[] png, Limits limits) {
        try {
            PngHeader header = PngHeader.read(png);
            PngEnd end = new PngEnd(png);
            end.gather();
            boolean small = header.width() > 0
                    && header.height() > 0
                    && (long) header.width() * header.height() <= limits.maxPixels()
                    && ATTEMPTS * header.nanos(true) <= Cost.most(png.length);
            return small ? end.whole(header) : end.whole(new byte[0]);
        } catch (IOException e) {
            return png;
        }
    }

    /** The chunks before the data that are whole, and all the data that came. */
    private void gather() {
        before.write(png, 0, HEADER_END);
        for (int at = HEADER_END; at + 8 <= png.length; ) {
            int length = Bytes.big32(png, at);
            boolean isData = Bytes.has(png, at + 4, "IDAT");
            int there = png.length - at - 8;
            if (isData && length >= 0) {
                data.write(png, at + 8, Math.min(length, there));
            }
            if (length < 0 || length > there - 4) {
                return;
            }
            if (!isData && data.size() == 0) {
                before.write(png, at, length + 12);
            }
            at += length + 12;
        }
    }

    private byte[] whole(PngHeader header) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                InputStream in = new InflaterInputStream(new ByteArrayInputStream(data.toByteArray()))) {
            DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, BUFFER);
            boolean more = true;
            boolean any = false;
            for (PngPass pass : PngPass.of(header)) {
                byte[] row = new byte[pass.rowBytes()];
                for (int y = 0; y < pass.rows(); y++) {
                    more = more && copy(in, row);
                    any |= more;
                    if (!more) {
                        missing(header, row);
                    }
                    out.write(row);
                }
            }
            out.finish();
            if (!any) {
                throw new EOFException("No row came");
            }
        }
        return whole(packed.toByteArray());
    }

    /** Whether a whole row came, and by a filter that there is. */
    private static boolean copy(InputStream in, byte[] row) throws IOException {
        try {
            return in.readNBytes(row, 0, row.length) == row.length && row[0] >= 0 && row[0] <= MOST_FILTER;
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    private static void missing(PngHeader header, byte[] row) {
        int blank = header.hasPalette() || header.hasAlpha() ? 0 : GREY;
        Arrays.fill(row, (byte) blank);
        row[0] = 0;
    }

    private byte[] whole(byte[] packed) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(before.toByteArray());
        PngEncoder.chunk(whole, "IDAT", packed);
        PngEncoder.chunk(whole, "IEND", new byte[0]);
        return whole.toByteArray();
    }
}
