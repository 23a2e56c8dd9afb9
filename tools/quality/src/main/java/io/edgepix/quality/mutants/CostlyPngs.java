package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNGs of one colour, in every shape, depth and colour type. Their data is compressed to a thousandth. */
final class CostlyPngs {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int RGBA = 6;
    private static final int PAETH = 4;
    private static final int BLOCK = 1 << 20;
    private static final int SIDE = 7_071;
    private static final int PIXELS = 49_000_000;

    /** Offsets and steps of the passes of Adam7. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private CostlyPngs() {}

    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        add(all, 1, 16_000_000, GREY, 1);
        add(all, 1, 16_000_000, RGBA, 16);
        add(all, 1, PIXELS, GREY, 8);
        add(all, PIXELS, 1, RGBA, 16);
        add(all, PIXELS, 1, GREY, 1);
        for (int side : new int[] {16_383, 32_767, 65_535}) {
            add(all, side, PIXELS / side, RGBA, 8);
            add(all, PIXELS / side, side, RGBA, 8);
        }
        for (int depth : new int[] {1, 8, 16}) {
            add(all, SIDE, SIDE, GREY, depth);
        }
        for (int depth : new int[] {8, 16}) {
            add(all, SIDE, SIDE, RGB, depth);
            add(all, SIDE, SIDE, RGBA, depth);
        }
        add(all, SIDE, SIDE, PALETTE, 4);
        all.add(CostlyPicture.of("keyed.png", () -> png(SIDE, SIDE, RGB, 8, false, chunk("tRNS", new byte[6]))));
        all.add(CostlyPicture.of("profile.png", () -> png(1_000, 1_000, RGB, 8, false, packed("iCCP", "any\0\0"))));
        all.add(CostlyPicture.of("text.png", () -> png(1_000, 1_000, RGB, 8, false, packed("zTXt", "any\0\0"))));
        all.add(CostlyPicture.of("chunks.png", CostlyPngs::manyChunks));
        return all;
    }

    private static void add(List<CostlyPicture> all, int width, int height, int type, int depth) {
        for (boolean interlaced : new boolean[] {false, true}) {
            String name = width + "x" + height + "-type" + type + "-" + depth + "bit" + (interlaced ? "-adam7" : "");
            all.add(CostlyPicture.of(name + ".png", () -> png(width, height, type, depth, interlaced, palette(type))));
        }
    }

    private static byte[] palette(int type) {
        return type == PALETTE ? chunk("PLTE", new byte[48]) : new byte[0];
    }

    /** Writes samples of zero. */
    static byte[] png(int width, int height, int type, int depth, boolean interlaced, byte[] before) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) type, 0, 0, (byte) (interlaced ? 1 : 0)})
                .array();
        return join(
                "\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1),
                chunk("IHDR", header),
                before,
                chunk("IDAT", data(width, height, samples(type) * depth, interlaced)),
                chunk("IEND", new byte[0]));
    }

    private static int samples(int type) {
        return type == RGB ? 3 : type == RGBA ? 4 : 1;
    }

    private static byte[] data(int width, int height, int bits, boolean interlaced) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (OutputStream out = deflating(data)) {
            for (int[] pass : interlaced ? PASSES : WHOLE) {
                int columns = Math.ceilDiv(width - pass[0], pass[2]);
                int rows = Math.ceilDiv(height - pass[1], pass[3]);
                if (columns > 0) {
                    rows(out, (int) (((long) columns * bits + 7) / 8), rows);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return data.toByteArray();
    }

    /** Writes many rows at a time, since there may be millions, and long rows in pieces. */
    private static void rows(OutputStream out, int bytes, long rows) throws IOException {
        int many = (int) Math.min(rows, Math.max(1, BLOCK / (bytes + 1)));
        byte[] block = new byte[Math.min(BLOCK, many * (bytes + 1))];
        for (int i = 0; i < block.length; i += bytes + 1) {
            block[i] = PAETH;
        }
        for (long left = rows; left > 0; left -= many) {
            write(out, block, Math.min(left, many) * (bytes + 1));
        }
    }

    private static void write(OutputStream out, byte[] block, long length) throws IOException {
        out.write(block, 0, (int) Math.min(block.length, length));
        byte[] zeros = length > block.length ? new byte[BLOCK] : block;
        for (long left = length - block.length; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(zeros.length, left));
        }
    }

    private static byte[] manyChunks() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < 75_000; i++) {
            chunks.writeBytes(chunk("IDAT", new byte[0]));
        }
        return png(1_000, 1_000, RGB, 8, false, chunks.toByteArray());
    }

    /** Writes a chunk that unpacks to about 900 MB. */
    private static byte[] packed(String type, String start) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        try (OutputStream out = deflating(data)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 900; i++) {
                out.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return chunk(type, data.toByteArray());
    }

    static OutputStream deflating(OutputStream to) {
        return new DeflaterOutputStream(to, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16);
    }

    static byte[] chunk(String type, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 12);
        chunk.putInt(body.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(body);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, body.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
