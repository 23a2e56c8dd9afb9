package io.edgepix.quality.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** JPEGs with one or two bits for each block, and scans of almost no bytes: ITU-T T.81, B and G. */
final class CostlyJpegs {
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int ARITHMETIC = 0xC9;
    private static final int ARITHMETIC_PROGRESSIVE = 0xCA;
    private static final int LONGEST_RUN = 32_767;

    private CostlyJpegs() {}

    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        for (int width : new int[] {765, 7_000, 65_500}) {
            int height = 49_000_000 / width;
            String size = width + "x" + height;
            all.add(CostlyPicture.of("means-" + size + ".jpg", () -> baseline(width, height, 3, 0, 1)));
            all.add(CostlyPicture.of("means-four-" + size + ".jpg", () -> baseline(width, height, 4, 0, 1)));
            all.add(CostlyPicture.of("waves-" + size + ".jpg", () -> baseline(width, height, 1, 0b01010, 5)));
            all.add(CostlyPicture.of("arithmetic-" + size + ".jpg", () -> arithmetic(width, height)));
            all.add(CostlyPicture.of("progressive-" + size + ".jpg", () -> progressive(width, height, 3, 20)));
            all.add(CostlyPicture.of(
                    "arithmetic-progressive-" + size + ".jpg", () -> arithmeticProgressive(width, height, 20)));
        }
        all.add(CostlyPicture.of("restarts-1000x5000.jpg", () -> restarts(1_000, 5_000)));
        all.add(CostlyPicture.of("progressive-100-scans.jpg", () -> progressive(3_000, 3_000, 3, 100)));
        return all;
    }

    /** Writes blocks of the same bits. */
    private static byte[] baseline(int width, int height, int components, int block, int bits) {
        ByteArrayOutputStream jpeg = start(BASELINE, width, height, components);
        table(jpeg, 0x00, 0);
        if (bits == 1) {
            table(jpeg, 0x10, 0);
        } else {
            table(jpeg, 0x10, 0, 0xF1);
        }
        scan(jpeg, components, 0, 63, 0);
        long blocks = (long) blocks(width) * blocks(height) * components;
        byte[] data = new byte[(int) ((blocks * (bits == 1 ? 2 : bits) + 7) / 8)];
        for (int at = 0; at < data.length * 8; at++) {
            if ((block >> (bits - 1 - (at % bits)) & 1) == 1) {
                data[at / 8] |= (byte) (0x80 >> at % 8);
            }
        }
        jpeg.writeBytes(data);
        return end(jpeg);
    }

    private static byte[] restarts(int width, int height) {
        ByteArrayOutputStream jpeg = start(BASELINE, width, height, 1);
        table(jpeg, 0x00, 0);
        table(jpeg, 0x10, 0);
        segment(jpeg, 0xDD, new byte[] {0, 1});
        scan(jpeg, 1, 0, 63, 0);
        int blocks = blocks(width) * blocks(height);
        for (int i = 0; i < blocks; i++) {
            jpeg.write(0x3F);
            if (i < blocks - 1) {
                jpeg.writeBytes(new byte[] {-1, (byte) (0xD0 + i % 8)});
            }
        }
        return end(jpeg);
    }

    /** Writes all DC coefficients first, then scans of coefficients that are all zero. */
    private static byte[] progressive(int width, int height, int components, int scans) {
        ByteArrayOutputStream jpeg = start(PROGRESSIVE, width, height, components);
        table(jpeg, 0x00, 0);
        table(jpeg, 0x10, 0xE0);
        scan(jpeg, components, 0, 0, 0);
        int blocks = blocks(width) * blocks(height);
        jpeg.writeBytes(new byte[(blocks * components + 7) / 8]);
        byte[] zeros = runs(blocks);
        for (int i = 1; i < scans; i++) {
            scan(jpeg, -1 - i % components, 1, 63, i <= components ? 1 : 0x10);
            jpeg.writeBytes(zeros);
        }
        return end(jpeg);
    }

    /** Writes empty blocks as the longest end-of-band runs. */
    private static byte[] runs(int blocks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder bits = new StringBuilder();
        for (int left = blocks; left > 0; left -= LONGEST_RUN) {
            int run = left >= LONGEST_RUN ? LONGEST_RUN : Math.max(1 << 14, left);
            bits.append('0')
                    .append(String.format("%14s", Integer.toBinaryString(run - (1 << 14)))
                            .replace(' ', '0'));
        }
        while (bits.length() % 8 != 0) {
            bits.append('1');
        }
        for (int at = 0; at < bits.length(); at += 8) {
            int value = Integer.parseInt(bits.substring(at, at + 8), 2);
            bytes.write(value);
            if (value == 0xFF) {
                bytes.write(0);
            }
        }
        return bytes.toByteArray();
    }

    /** Writes arithmetic-coded data that ends immediately and continues as endless zeros: T.81, D.2.5. */
    private static byte[] arithmetic(int width, int height) {
        ByteArrayOutputStream jpeg = start(ARITHMETIC, width, height, 3);
        scan(jpeg, 3, 0, 63, 0);
        return end(jpeg);
    }

    private static byte[] arithmeticProgressive(int width, int height, int scans) {
        ByteArrayOutputStream jpeg = start(ARITHMETIC_PROGRESSIVE, width, height, 3);
        scan(jpeg, 3, 0, 0, 0);
        for (int i = 1; i < scans; i++) {
            scan(jpeg, -1 - i % 3, 1, 63, i <= 3 ? 1 : 0x10);
        }
        return end(jpeg);
    }

    private static int blocks(int side) {
        return (side + 7) / 8;
    }

    private static ByteArrayOutputStream start(int frame, int width, int height, int components) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(new byte[] {-1, (byte) 0xD8});
        byte[] quantisation = new byte[65];
        for (int i = 1; i < quantisation.length; i++) {
            quantisation[i] = 16;
        }
        segment(jpeg, 0xDB, quantisation);
        ByteBuffer header = ByteBuffer.allocate(6 + 3 * components)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) components);
        for (int i = 0; i < components; i++) {
            header.put((byte) (i + 1)).put((byte) 0x11).put((byte) 0);
        }
        segment(jpeg, frame, header.array());
        return jpeg;
    }

    /** Writes Huffman codes of 1, 2, 3 ... bits: 0, 10, 110. */
    private static void table(ByteArrayOutputStream jpeg, int which, int... symbols) {
        byte[] body = new byte[17 + symbols.length];
        body[0] = (byte) which;
        for (int i = 0; i < symbols.length; i++) {
            body[1 + i] = 1;
            body[17 + i] = (byte) symbols[i];
        }
        segment(jpeg, 0xC4, body);
    }

    /** Writes the header of a scan for the given number of components, or for a single one: -1 is the first. */
    private static void scan(ByteArrayOutputStream jpeg, int components, int first, int last, int bits) {
        int count = Math.max(1, components);
        ByteBuffer body = ByteBuffer.allocate(4 + 2 * count).put((byte) count);
        for (int i = 0; i < count; i++) {
            body.put((byte) (components < 0 ? -components : i + 1)).put((byte) 0);
        }
        segment(
                jpeg,
                0xDA,
                body.put((byte) first).put((byte) last).put((byte) bits).array());
    }

    private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] body) {
        jpeg.writeBytes(new byte[] {-1, (byte) marker, (byte) ((body.length + 2) >> 8), (byte) (body.length + 2)});
        jpeg.writeBytes(body);
    }

    private static byte[] end(ByteArrayOutputStream jpeg) {
        jpeg.writeBytes(new byte[] {-1, (byte) 0xD9});
        return jpeg.toByteArray();
    }
}
