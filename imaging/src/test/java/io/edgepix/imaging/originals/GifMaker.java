package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Writes GIFs block by block. The palette's first colours are red, green, blue and white. */
public final class GifMaker {
    private static final int DEPTH = 2;
    private static final int CLEAR = 1 << DEPTH;
    private static final int END = CLEAR + 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream palette = new ByteArrayOutputStream();

    public GifMaker(int width, int height) {
        out.writeBytes(FileEdits.ascii("GIF89a"));
        out.writeBytes(little16(width, height));
        out.writeBytes(new byte[] {(byte) (0x80 | DEPTH - 1), 0, 0});
        out.writeBytes(new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, -1});
    }

    /** Sets how often the animation is repeated; 0 for an endless loop. */
    public GifMaker again(int times) {
        out.writeBytes(FileEdits.ascii("!\u00FF\13NETSCAPE2.0\3\1"));
        out.writeBytes(little16(times));
        out.write(0);
        return this;
    }

    /** Sets how the next frame is drawn. A transparent index of -1 means none. */
    public GifMaker control(int disposal, int transparent) {
        return control(disposal, transparent, 10);
    }

    /**
     * Sets how the next frame is drawn, and for how many hundredths of a second it is shown. A transparent index of -1
     * means none.
     */
    public GifMaker control(int disposal, int transparent, int hundredths) {
        int flags = disposal << 2 | (transparent < 0 ? 0 : 1);
        out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, (byte) flags});
        out.writeBytes(little16(hundredths));
        out.writeBytes(new byte[] {(byte) Math.max(0, transparent), 0});
        return this;
    }

    /** Sets a palette of four colours, 0xRRGGBB, for the next frame. */
    public GifMaker palette(int... colours) {
        for (int colour : colours) {
            palette.writeBytes(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
        }
        return this;
    }

    public GifMaker frame(int left, int top, int width, int height, boolean interlaced, IntBinaryOperator index) {
        return frame(left, top, width, height, interlaced, width * height, index);
    }

    /** Adds a frame whose end code follows the given number of pixels. */
    public GifMaker frame(
            int left, int top, int width, int height, boolean interlaced, int pixels, IntBinaryOperator index) {
        out.write(0x2C);
        out.writeBytes(little16(left, top, width, height));
        out.write((interlaced ? 0x40 : 0) | (palette.size() > 0 ? 0x80 | DEPTH - 1 : 0));
        out.writeBytes(palette.toByteArray());
        palette.reset();
        out.write(DEPTH);
        byte[] codes = codes(rows(height, interlaced), width, pixels, index);
        for (int at = 0; at < codes.length; at += 255) {
            byte[] block = Arrays.copyOfRange(codes, at, Math.min(at + 255, codes.length));
            out.write(block.length);
            out.writeBytes(block);
        }
        out.write(0);
        return this;
    }

    public byte[] end() {
        out.write(0x3B);
        return out.toByteArray();
    }

    private static int[] rows(int height, boolean interlaced) {
        int[] rows = new int[height];
        int[][] passes = interlaced ? new int[][] {{0, 8}, {4, 8}, {2, 4}, {1, 2}} : new int[][] {{0, 1}};
        int i = 0;
        for (int[] pass : passes) {
            for (int y = pass[0]; y < height; y += pass[1]) {
                rows[i++] = y;
            }
        }
        return rows;
    }

    /** Returns codes of three bits. A clear code before every second pixel keeps them short. */
    private static byte[] codes(int[] rows, int width, int pixels, IntBinaryOperator index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long pending = 0;
        int bits = 0;
        for (int i = 0; i <= pixels; i++) {
            int code = i == pixels ? END : index.applyAsInt(i % width, rows[i / width]);
            int[] both = i % 2 == 0 ? new int[] {CLEAR, code} : new int[] {code};
            for (int each : both) {
                pending |= (long) each << bits;
                bits += DEPTH + 1;
            }
            for (; bits >= 8 || (i == pixels && bits > 0); bits -= 8, pending >>= 8) {
                bytes.write((int) pending);
            }
        }
        return bytes.toByteArray();
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
