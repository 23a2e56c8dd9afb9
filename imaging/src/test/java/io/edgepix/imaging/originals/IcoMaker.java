package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Writes ICOs that contain PNGs, or rows with masks. */
public final class IcoMaker {
    private static final class Entry {
        private final int side;
        private final int bits;
        private final byte[] picture;

        private Entry(int side, int bits, byte[] picture) {
            this.side = side;
            this.bits = bits;
            this.picture = picture;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Adds a picture. A side of 256 is stored as 0. */
    public IcoMaker with(int side, int bits, byte[] picture) {
        entries.add(new Entry(side, bits, picture));
        return this;
    }

    public byte[] end() {
        int start = 6 + 16 * entries.size();
        int length =
                start + entries.stream().mapToInt(each -> each.picture.length).sum();
        ByteBuffer ico = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) entries.size());
        for (Entry entry : entries) {
            ico.put((byte) entry.side).put((byte) entry.side).putShort((short) 0);
            ico.putShort((short) 1)
                    .putShort((short) entry.bits)
                    .putInt(entry.picture.length)
                    .putInt(start);
            start += entry.picture.length;
        }
        entries.forEach(entry -> ico.put(entry.picture));
        return ico.array();
    }

    /** Returns rows of pixels as they are stored: indices or packed colours. The mask is 1 for transparent pixels. */
    public static byte[] rows(int side, int bits, int[] palette, IntBinaryOperator pixel, IntBinaryOperator mask) {
        return rows(side, side, bits, palette, pixel, mask);
    }

    public static byte[] rows(
            int width, int height, int bits, int[] palette, IntBinaryOperator pixel, IntBinaryOperator mask) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        plane(data, width, height, bits, pixel);
        plane(data, width, height, 1, mask);
        ByteBuffer rows =
                ByteBuffer.allocate(40 + palette.length * 4 + data.size()).order(ByteOrder.LITTLE_ENDIAN);
        rows.putInt(40).putInt(width).putInt(height * 2).putShort((short) 1).putShort((short) bits);
        rows.position(32).putInt(palette.length).putInt(0);
        for (int colour : palette) {
            rows.putInt(colour & 0xFFFFFF);
        }
        return rows.put(data.toByteArray()).array();
    }

    private static void plane(ByteArrayOutputStream data, int width, int height, int bits, IntBinaryOperator pixel) {
        for (int y = height - 1; y >= 0; y--) {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            BitWriter out = new BitWriter(row);
            for (int x = 0; x < width; x++) {
                for (int shift = 0; shift < bits; shift += 8) {
                    out.write(pixel.applyAsInt(x, y) >> shift, Math.min(8, bits));
                }
            }
            out.flush();
            while (row.size() % 4 != 0) {
                row.write(0);
            }
            data.writeBytes(row.toByteArray());
        }
    }
}
