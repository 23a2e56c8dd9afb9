package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** BMPs, PSDs and ICOs with run-length encoding, or with almost no data. */
final class CostlyRasters {
    private static final int RUN_LENGTH_8 = 1;
    private static final int PNG = 5;
    private static final int PIXELS = 49_000_000;

    private CostlyRasters() {}

    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        for (int width : new int[] {1, 7_000, PIXELS}) {
            all.add(CostlyPicture.of("ended-" + width + ".bmp", () -> bmp(width, PIXELS / width, new byte[] {0, 1})));
        }
        all.add(CostlyPicture.of("runs-7000x7000.bmp", () -> bmp(7_000, 7_000, runs(7_000))));
        all.add(CostlyPicture.of("runs-240000x200.bmp", () -> bmp(240_000, 200, runs(240_000))));
        all.add(CostlyPicture.of("rows-100x490000.bmp", () -> bmp(100, 490_000, new byte[980_000])));
        all.add(CostlyPicture.of("png-in-it.bmp", CostlyRasters::pngInBmp));
        all.add(CostlyPicture.of("runs-7000x7000.psd", () -> psd(7_000, 7_000, 1, 8, 1)));
        all.add(CostlyPicture.of("runs-400x90000.psd", () -> psd(400, 90_000, 1, 8, 1)));
        for (int depth : new int[] {8, 16, 32}) {
            all.add(CostlyPicture.of("deflated-7000x7000-" + depth + "bit.psd", () -> psd(7_000, 7_000, 3, depth, 2)));
        }
        all.add(CostlyPicture.of("channels.psd", () -> psd(7_000, 7_000, 16, 8, 2)));
        all.add(CostlyPicture.of("column.psd", () -> psd(1, 300_000, 1, 8, 2)));
        all.add(CostlyPicture.of("png-in-it.ico", () -> ico(CostlyPngs.png(7_000, 7_000, 6, 8, true, new byte[0]), 1)));
        all.add(CostlyPicture.of("entries.ico", () -> ico(CostlyPngs.png(100, 100, 6, 8, true, new byte[0]), 60_000)));
        return all;
    }

    /** Writes a BMP of 8 bits with run-length encoding. */
    private static byte[] bmp(int width, int height, byte[] data) {
        return bmp(width, height, 8, RUN_LENGTH_8, 256 * 4, data);
    }

    private static byte[] bmp(int width, int height, int bits, int compression, int palette, byte[] data) {
        int start = 54 + palette;
        return ByteBuffer.allocate(start + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'B', 'M'})
                .putInt(start + data.length)
                .putInt(0)
                .putInt(start)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) bits)
                .putInt(compression)
                .putInt(data.length)
                .put(start, data)
                .array();
    }

    /** Writes as many rows of whole runs as fit. */
    private static byte[] runs(int width) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (data.size() < 950_000 - width / 100) {
            for (int left = width; left > 0; left -= 255) {
                data.writeBytes(new byte[] {(byte) Math.min(left, 255), 7});
            }
            data.writeBytes(new byte[2]);
        }
        data.writeBytes(new byte[] {0, 1});
        return data.toByteArray();
    }

    private static byte[] pngInBmp() {
        return bmp(10, 10, 0, PNG, 0, CostlyPngs.png(7_000, 7_000, 6, 8, true, new byte[0]));
    }

    private static byte[] psd(int width, int height, int channels, int depth, int compression) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        if (compression == 1) {
            byte[] row = row(width);
            ByteBuffer lengths = ByteBuffer.allocate(2 * height * channels);
            while (lengths.hasRemaining()) {
                lengths.putShort((short) row.length);
            }
            data.writeBytes(lengths.array());
            for (int i = 0; i < height * channels; i++) {
                data.writeBytes(row);
            }
        } else {
            data.writeBytes(CostlyTiffs.deflated((long) width * height * channels * depth / 8));
        }
        byte[] bytes = data.toByteArray();
        return ByteBuffer.allocate(26 + 12 + 2 + bytes.length)
                .put(new byte[] {'8', 'B', 'P', 'S', 0, 1, 0, 0, 0, 0, 0, 0})
                .putShort((short) channels)
                .putInt(height)
                .putInt(width)
                .putShort((short) depth)
                .putShort((short) (channels < 3 ? 1 : 3))
                .position(38)
                .putShort((short) compression)
                .put(bytes)
                .array();
    }

    private static byte[] row(int width) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (int left = width; left > 0; left -= 128) {
            row.writeBytes(new byte[] {(byte) (1 - Math.clamp(left, 2, 128)), 7});
        }
        return row.toByteArray();
    }

    private static byte[] ico(byte[] png, int entries) {
        ByteBuffer ico = ByteBuffer.allocate(6 + 16 * entries + png.length).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) entries);
        byte[] sides = {0, 0, 0, 0, 1, 0, 32, 0};
        for (int i = 0; i < entries; i++) {
            ico.put(sides).putInt(png.length).putInt(6 + 16 * entries);
        }
        return Arrays.copyOf(ico.put(png).array(), ico.capacity());
    }
}
