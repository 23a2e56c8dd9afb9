package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TIFFs whose strips or tiles all share the same few bytes: TIFF 6.0. */
final class CostlyTiffs {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int OFFSETS = 273;
    private static final int LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int LZW = 5;
    private static final int DEFLATE = 8;
    private static final int FAX = 4;
    private static final int PACK_BITS = 32_773;
    private static final int PIXELS = 49_000_000;

    private CostlyTiffs() {}

    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        for (int samples : new int[] {1, 4}) {
            for (int bits : new int[] {1, 8, 16, 32}) {
                if (samples == 1 || bits > 1) {
                    all.add(strips("whole", 7_000, 7_000, samples, bits, DEFLATE, 7_000));
                }
            }
        }
        all.add(strips("column", 1, PIXELS, 1, 8, DEFLATE, PIXELS));
        all.add(strips("row", PIXELS, 1, 1, 8, DEFLATE, 1));
        all.add(strips("rows", 410, 120_000, 1, 8, DEFLATE, 1));
        all.add(strips("rows-rgba16", 410, 120_000, 4, 16, DEFLATE, 1));
        all.add(strips("fax", 7_000, 7_000, 1, 1, FAX, 7_000));
        all.add(strips("fax-column", 8, 6_000_000, 1, 1, FAX, 6_000_000));
        all.add(strips("packbits", 7_000, 7_000, 4, 8, PACK_BITS, 10));
        all.add(strips("lzw", 7_000, 7_000, 4, 16, LZW, 10));
        all.add(strips("samples", 1_000, 1_000, 400, 8, DEFLATE, 10));
        all.add(tiles("tiny", 120_000, 1, 1, 8, 1, 1));
        all.add(tiles("tall", 1_900_000, 16, 1, 8, 16, 65_520));
        all.add(tiles("tall-rgba16", 1_000_000, 8, 4, 16, 16, 65_520));
        all.add(tiles("wide", 16, 1_900_000, 1, 8, 65_520, 16));
        all.add(CostlyPicture.of("directories.tif", CostlyTiffs::directories));
        return all;
    }

    private static CostlyPicture strips(
            String name, int width, int height, int samples, int bits, int compression, int rows) {
        return CostlyPicture.of(name + "-" + width + "x" + height + "-" + samples + "x" + bits + "bit.tif", () -> {
            long row = ((long) width * samples * bits + 7) / 8;
            byte[] data = data(compression, row * Math.min(rows, height), rows);
            return tiff(
                    width,
                    height,
                    samples,
                    bits,
                    compression,
                    Map.of(278, rows),
                    data,
                    (height + rows - 1) / rows,
                    OFFSETS,
                    LENGTHS);
        });
    }

    private static CostlyPicture tiles(
            String name, int width, int height, int samples, int bits, int tileWidth, int tileHeight) {
        return CostlyPicture.of("tiles-" + name + "-" + width + "x" + height + ".tif", () -> {
            long tile = ((long) tileWidth * samples * bits + 7) / 8 * tileHeight;
            int count = Math.ceilDiv(width, tileWidth) * Math.ceilDiv(height, tileHeight);
            return tiff(
                    width,
                    height,
                    samples,
                    bits,
                    DEFLATE,
                    Map.of(322, tileWidth, 323, tileHeight),
                    data(DEFLATE, tile, tileHeight),
                    count,
                    TILE_OFFSETS,
                    TILE_LENGTHS);
        });
    }

    private static byte[] data(int compression, long bytes, int rows) {
        return switch (compression) {
            case DEFLATE -> deflated(bytes);
            case FAX -> filled((rows + 7) / 8, 0xFF);
            case PACK_BITS -> packed(bytes);
            default -> lzw(bytes);
        };
    }

    static byte[] deflated(long bytes) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (OutputStream out = CostlyPngs.deflating(data)) {
            byte[] zeros = new byte[1 << 16];
            for (long left = bytes; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return data.toByteArray();
    }

    /** Writes fax data. A bit of 1 is a row that equals the previous one. */
    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] packed(long bytes) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (long left = bytes; left > 0; left -= 128) {
            data.writeBytes(new byte[] {(byte) (1 - Math.clamp(left, 2, 128)), 0});
        }
        return data.toByteArray();
    }

    /** Writes LZW codes of runs that grow by one, again for each table, with the highest bit first. */
    private static byte[] lzw(long bytes) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        long pending = 0;
        int count = 0;
        int next = 258;
        int run = 1;
        long left = bytes;
        boolean clear = true;
        boolean done = false;
        while (!done) {
            int code;
            int width = next + 1 >= 2_048 ? 12 : next + 1 >= 1_024 ? 11 : next + 1 >= 512 ? 10 : 9;
            if (clear) {
                code = 256;
                clear = false;
                next = 257;
                run = 0;
                width = 12;
            } else if (left <= 0) {
                code = 257;
                done = true;
            } else if (run == 0) {
                code = 0;
                run = 1;
                next = 258;
                left--;
                width = 9;
            } else {
                code = next++;
                run++;
                left -= run;
                clear = next == 4_094;
            }
            if (code == 256 && data.size() == 0) {
                width = 9;
            }
            pending = pending << width | code;
            for (count += width; count >= 8; count -= 8) {
                data.write((int) (pending >> (count - 8)));
            }
        }
        data.write((int) (pending << (8 - count)));
        return data.toByteArray();
    }

    private static byte[] tiff(
            int width,
            int height,
            int samples,
            int bits,
            int compression,
            Map<Integer, Integer> layout,
            byte[] data,
            int parts,
            int offsets,
            int lengths) {
        Map<Integer, Integer> tags = new TreeMap<>(layout);
        tags.putAll(Map.of(256, width, 257, height, 258, bits, 259, compression, 277, samples));
        tags.put(262, samples >= 3 ? 2 : 1);
        tags.put(284, 1);
        if (samples > 3) {
            tags.put(338, 0);
        }
        tags.put(339, bits == 32 ? 3 : 1);
        tags.put(offsets, 0);
        tags.put(lengths, 0);
        int end = 8 + 2 + tags.size() * 12 + 4;
        int values = end + 2 * samples * 3;
        int start = values + parts * 6;
        ByteBuffer tiff = ByteBuffer.allocate(start + data.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) tags.size());
        tags.forEach((tag, value) -> {
            if (tag == offsets) {
                entry(tiff, tag, LONG, parts, parts == 1 ? start : values);
            } else if (tag == lengths) {
                boolean wide = data.length > 0xFFFF;
                entry(
                        tiff,
                        tag,
                        wide ? LONG : SHORT,
                        parts,
                        parts == 1 && wide ? data.length : parts == 1 ? data.length << 16 : values + parts * 4);
            } else if ((tag == 258 || tag == 339) && samples > 2) {
                entry(tiff, tag, SHORT, samples, end + (tag == 258 ? 0 : 2 * samples));
            } else {
                entry(tiff, tag, LONG, 1, value);
            }
        });
        tiff.putInt(0);
        for (int i = 0; i < samples; i++) {
            tiff.putShort(end + 2 * i, (short) bits)
                    .putShort(end + 2 * (samples + i), tags.get(339).shortValue());
        }
        tiff.position(values);
        for (int i = 0; i < parts; i++) {
            tiff.putInt(start);
        }
        for (int i = 0; i < parts; i++) {
            tiff.putShort((short) data.length);
        }
        return tiff.put(start, data).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Writes a small picture, followed by as many pages as fit. */
    private static byte[] directories() {
        byte[] page = tiff(10, 10, 1, 8, DEFLATE, Map.of(278, 10), deflated(100), 1, OFFSETS, LENGTHS);
        int count = 160;
        int next = 8 + 2 + page[9] * 12;
        int room = 50_000;
        ByteBuffer tiff = ByteBuffer.allocate(page.length + room * 18).put(page);
        tiff.putInt(next, page.length);
        for (int i = 0; i < room; i++) {
            int at = page.length + i * 18;
            tiff.putShort((short) 1);
            entry(tiff, 256, LONG, 1, count);
            tiff.putInt(i == room - 1 ? 0 : at + 18);
        }
        return tiff.array();
    }
}
