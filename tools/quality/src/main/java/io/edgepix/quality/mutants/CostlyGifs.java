package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** GIFs of one colour. A code of twelve bits stands for thousands of pixels, and a frame needs about twenty bytes. */
final class CostlyGifs {
    private static final int DEPTH = 2;
    private static final int CLEAR = 1 << DEPTH;
    private static final int MOST_CODES = 4_096;
    private static final int PIXELS = 49_000_000;

    private CostlyGifs() {}

    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        for (int width : new int[] {747, 7_000, 65_535}) {
            add(all, width, PIXELS / width, false);
            add(all, width, PIXELS / width, true);
        }
        animation(all, 300, 404, 404, 404, 404, 1);
        animation(all, 300, 404, 404, 404, 404, 3);
        animation(all, 300, 163_333 / 4, 4, 163_333 / 4, 4, 2);
        animation(all, 300, 4, 163_333 / 4, 4, 163_333 / 4, 2);
        animation(all, 300, 100, 100, 65_535, 65_535, 1);
        animation(all, 2, 4_900, 4_900, 4_900, 4_900, 1);
        animation(all, 40_000, 7_000, 7_000, 1, 1, 1);
        return all;
    }

    private static void add(List<CostlyPicture> all, int width, int height, boolean interlaced) {
        String name = width + "x" + height + (interlaced ? "-interlaced" : "") + ".gif";
        all.add(CostlyPicture.of(name, () -> gif(width, height, interlaced)));
    }

    static byte[] gif(int width, int height, boolean interlaced) {
        ByteArrayOutputStream gif = start(width, height);
        frame(gif, width, height, interlaced);
        gif.write(0x3B);
        return gif.toByteArray();
    }

    private static void animation(
            List<CostlyPicture> all, int frames, int width, int height, int frameWidth, int frameHeight, int disposal) {
        String name = frames + "-frames-" + frameWidth + "x" + frameHeight + "-on-" + width + "x" + height + "-disposal"
                + disposal + ".gif";
        all.add(CostlyPicture.of(name, () -> {
            ByteArrayOutputStream gif = start(width, height);
            frame(gif, Math.min(width, frameWidth), Math.min(height, frameHeight), false);
            long most = frames > 2 ? PIXELS / 16 : PIXELS;
            for (int i = 1; i < frames; i++) {
                gif.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, (byte) (disposal << 2), 2, 0, 0, 0});
                frame(gif, frameWidth, frameHeight, false, Math.min((long) frameWidth * frameHeight, most));
            }
            gif.write(0x3B);
            return gif.toByteArray();
        }));
    }

    private static ByteArrayOutputStream start(int width, int height) {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.writeBytes(little16(width, height));
        gif.writeBytes(new byte[] {(byte) (0x80 | DEPTH - 1), 0, 0});
        gif.writeBytes(new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, -1});
        return gif;
    }

    private static void frame(ByteArrayOutputStream gif, int width, int height, boolean interlaced) {
        frame(gif, width, height, interlaced, Math.min((long) width * height, PIXELS));
    }

    private static void frame(ByteArrayOutputStream gif, int width, int height, boolean interlaced, long pixels) {
        gif.write(0x2C);
        gif.writeBytes(little16(0, 0, width, height));
        gif.write(interlaced ? 0x40 : 0);
        gif.write(DEPTH);
        byte[] codes = codes(pixels);
        for (int at = 0; at < codes.length; at += 255) {
            byte[] block = Arrays.copyOfRange(codes, at, Math.min(at + 255, codes.length));
            gif.write(block.length);
            gif.writeBytes(block);
        }
        gif.write(0);
    }

    /** Writes codes that each stand for one more pixel, until the table is full, and then repeats the last one. */
    private static byte[] codes(long pixels) {
        Bits bits = new Bits();
        int next = CLEAR + 2;
        int width = DEPTH + 1;
        bits.write(CLEAR, width);
        bits.write(0, width);
        int run = 1;
        long left = pixels - 1;
        while (left > 0) {
            boolean grows = next < MOST_CODES;
            if (left == 1 || (left <= run && run > 1)) {
                int code = left == 1 ? 0 : CLEAR + 2 + (int) left - 2;
                bits.write(code, width);
                break;
            }
            if (grows) {
                bits.write(next, width);
                run++;
                next++;
                if (next == 1 << width && width < 12) {
                    width++;
                }
            } else {
                bits.write(MOST_CODES - 1, width);
            }
            left -= run;
        }
        if (next < MOST_CODES && next + 1 == 1 << width && width < 12) {
            width++;
        }
        bits.write(CLEAR + 1, width);
        return bits.bytes();
    }

    private static byte[] little16(int... values) {
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            bytes[i * 2] = (byte) values[i];
            bytes[i * 2 + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }
}
