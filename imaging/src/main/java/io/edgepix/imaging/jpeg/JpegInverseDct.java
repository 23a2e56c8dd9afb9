package io.edgepix.imaging.jpeg;

/**
 * Computes the inverse DCT of a block: 8 by 8 samples from all coefficients, or 4 by 4, 2 by 2 or 1 by 1 samples from
 * the lowest ones, which show the block at a lower resolution.
 */
final class JpegInverseDct {
    private static final float C1 = (float) (Math.cos(Math.PI / 16) / 2);
    private static final float C2 = (float) (Math.cos(2 * Math.PI / 16) / 2);
    private static final float C3 = (float) (Math.cos(3 * Math.PI / 16) / 2);
    private static final float C4 = (float) (Math.cos(4 * Math.PI / 16) / 2);
    private static final float C5 = (float) (Math.cos(5 * Math.PI / 16) / 2);
    private static final float C6 = (float) (Math.cos(6 * Math.PI / 16) / 2);
    private static final float C7 = (float) (Math.cos(7 * Math.PI / 16) / 2);

    /** The bits of the first column below its first row. */
    private static final long BELOW = 0x0101_0101_0101_0100L;

    private final float[] half = new float[64];

    /**
     * Writes the samples of a block of a component, and sets the coefficients to 0.
     *
     * @param block the coefficients, row by row
     * @param used a bit for each coefficient, except the first, that may be nonzero, row by row
     * @param at the index in the plane of the first sample
     */
    void run(JpegComponent component, float[] block, long used, int at) {
        byte[] plane = component.plane();
        int stride = component.stride();
        int side = component.side();
        if (used == 0 || side == 1) {
            flat(side, block, plane, at, stride);
        } else if (side == 2) {
            two(block, plane, at, stride);
        } else if (side == 4) {
            four(block, used, plane, at, stride);
        } else {
            eight(block, used, plane, at, stride);
        }
    }

    private static void flat(int side, float[] block, byte[] plane, int at, int stride) {
        byte mean = sample(block[0] * 0.125f);
        block[0] = 0;
        int end = at + side * stride;
        for (int line = at; line < end; line += stride) {
            for (int i = line; i < line + side; i++) {
                plane[i] = mean;
            }
        }
    }

    private static byte sample(float value) {
        int whole = (int) (value + 128.5f);
        return (byte) ((whole & ~0xFF) == 0 ? whole : whole < 0 ? 0 : 255);
    }

    private static void two(float[] block, byte[] plane, int at, int stride) {
        float mean = block[0] * 0.125f;
        float across = block[1] * 0.125f;
        float down = block[8] * 0.125f;
        float both = block[9] * 0.125f;
        plane[at] = sample(mean + across + down + both);
        plane[at + 1] = sample(mean - across + down - both);
        plane[at + stride] = sample(mean + across - down - both);
        plane[at + stride + 1] = sample(mean - across - down + both);
        block[0] = 0;
        block[1] = 0;
        block[8] = 0;
        block[9] = 0;
    }

    private void four(float[] block, long used, byte[] plane, int at, int stride) {
        float[] half = this.half;
        for (int x = 0; x < 4; x++) {
            if ((used & BELOW << x) == 0) {
                level(block, x, 32);
                continue;
            }
            float b1 = block[x + 8];
            float b3 = block[x + 24];
            float sum = (block[x] + block[x + 16]) * C4;
            float rest = (block[x] - block[x + 16]) * C4;
            float outer = b1 * C2 + b3 * C6;
            float inner = b1 * C6 - b3 * C2;
            half[x] = sum + outer;
            half[x + 8] = rest + inner;
            half[x + 16] = rest - inner;
            half[x + 24] = sum - outer;
            block[x] = 0;
            block[x + 8] = 0;
            block[x + 16] = 0;
            block[x + 24] = 0;
        }
        for (int i = 0; i < 32; i += 8, at += stride) {
            float b1 = half[i + 1];
            float b3 = half[i + 3];
            float sum = (half[i] + half[i + 2]) * C4;
            float rest = (half[i] - half[i + 2]) * C4;
            float outer = b1 * C2 + b3 * C6;
            float inner = b1 * C6 - b3 * C2;
            plane[at] = sample(sum + outer);
            plane[at + 1] = sample(rest + inner);
            plane[at + 2] = sample(rest - inner);
            plane[at + 3] = sample(sum - outer);
        }
    }

    private void eight(float[] block, long used, byte[] plane, int at, int stride) {
        for (int x = 0; x < 8; x++) {
            if ((used & BELOW << x) == 0) {
                level(block, x, 64);
            } else {
                column(block, x);
            }
        }
        for (int i = 0; i < 64; i += 8, at += stride) {
            row(i, plane, at);
        }
    }

    /** Transforms a column whose coefficients below the first one are 0. */
    private void level(float[] block, int x, int end) {
        float value = block[x] * C4;
        block[x] = 0;
        for (int i = x; i < end; i += 8) {
            half[i] = value;
        }
    }

    private void column(float[] block, int x) {
        float[] half = this.half;
        float b0 = block[x];
        float b1 = block[x + 8];
        float b2 = block[x + 16];
        float b3 = block[x + 24];
        float b4 = block[x + 32];
        float b5 = block[x + 40];
        float b6 = block[x + 48];
        float b7 = block[x + 56];
        float sum = (b0 + b4) * C4;
        float rest = (b0 - b4) * C4;
        float wide = b2 * C2 + b6 * C6;
        float narrow = b2 * C6 - b6 * C2;
        float e0 = sum + wide;
        float e1 = rest + narrow;
        float e2 = rest - narrow;
        float e3 = sum - wide;
        float o0 = b1 * C1 + b3 * C3 + b5 * C5 + b7 * C7;
        float o1 = b1 * C3 - b3 * C7 - b5 * C1 - b7 * C5;
        float o2 = b1 * C5 - b3 * C1 + b5 * C7 + b7 * C3;
        float o3 = b1 * C7 - b3 * C5 + b5 * C3 - b7 * C1;
        half[x] = e0 + o0;
        half[x + 8] = e1 + o1;
        half[x + 16] = e2 + o2;
        half[x + 24] = e3 + o3;
        half[x + 32] = e3 - o3;
        half[x + 40] = e2 - o2;
        half[x + 48] = e1 - o1;
        half[x + 56] = e0 - o0;
        for (int i = x; i < 64; i += 8) {
            block[i] = 0;
        }
    }

    private void row(int i, byte[] plane, int at) {
        float[] half = this.half;
        float b1 = half[i + 1];
        float b2 = half[i + 2];
        float b3 = half[i + 3];
        float b5 = half[i + 5];
        float b6 = half[i + 6];
        float b7 = half[i + 7];
        float sum = (half[i] + half[i + 4]) * C4;
        float rest = (half[i] - half[i + 4]) * C4;
        float wide = b2 * C2 + b6 * C6;
        float narrow = b2 * C6 - b6 * C2;
        float e0 = sum + wide;
        float e1 = rest + narrow;
        float e2 = rest - narrow;
        float e3 = sum - wide;
        float o0 = b1 * C1 + b3 * C3 + b5 * C5 + b7 * C7;
        float o1 = b1 * C3 - b3 * C7 - b5 * C1 - b7 * C5;
        float o2 = b1 * C5 - b3 * C1 + b5 * C7 + b7 * C3;
        float o3 = b1 * C7 - b3 * C5 + b5 * C3 - b7 * C1;
        plane[at] = sample(e0 + o0);
        plane[at + 1] = sample(e1 + o1);
        plane[at + 2] = sample(e2 + o2);
        plane[at + 3] = sample(e3 + o3);
        plane[at + 4] = sample(e3 - o3);
        plane[at + 5] = sample(e2 - o2);
        plane[at + 6] = sample(e1 - o1);
        plane[at + 7] = sample(e0 - o0);
    }
}
