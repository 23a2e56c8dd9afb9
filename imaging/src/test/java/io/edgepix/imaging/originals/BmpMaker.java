package io.edgepix.imaging.originals;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Writes BMPs with headers of any length. */
public final class BmpMaker {
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int MASKS = 3;

    private BmpMaker() {}

    /** Returns a BMP of pixels as they are stored: indices, or packed colours. */
    public static byte[] bmp(int width, int height, int bits, boolean topDown, int[] palette, IntBinaryOperator pixel) {
        return file(40, width, topDown ? -height : height, bits, 0, palette, rows(width, height, bits, topDown, pixel));
    }

    /** Returns a BMP of pixels as 0xAARRGGBB, with matching masks. */
    public static byte[] masked(int width, int height, IntBinaryOperator argb) {
        return file(108, width, height, 32, MASKS, new int[0], rows(width, height, 32, false, argb));
    }

    /**
     * Returns a BMP with fields that four masks describe. A header of 40 bytes has no alpha mask.
     *
     * @param header the length of the header
     */
    public static byte[] fields(int header, int width, int height, int[] masks, IntBinaryOperator pixel) {
        byte[] data = rows(width, height, 32, false, pixel);
        int[] behind = header > 40 ? new int[0] : Arrays.copyOf(masks, 3);
        byte[] bmp = file(header, width, height, 32, MASKS, behind, data);
        ByteBuffer words = Bytes.little(bmp).putInt(46, 0);
        for (int i = 0; i < 4 && 40 + 4 * i < header; i++) {
            words.putInt(54 + 4 * i, masks[i]);
        }
        return bmp;
    }

    /** Returns a BMP with four masks after the header, as Windows CE writes them. */
    public static byte[] alphaFields(int width, int height, int[] masks, IntBinaryOperator pixel) {
        byte[] bmp = file(40, width, height, 32, 6, new int[4], rows(width, height, 32, false, pixel));
        ByteBuffer words = Bytes.little(bmp).putInt(46, 0);
        for (int i = 0; i < 4; i++) {
            words.putInt(54 + 4 * i, masks[i]);
        }
        return bmp;
    }

    /** Returns a BMP with the given bytes instead of pixels, from the bottom row up. */
    public static byte[] coded(int width, int height, int bits, int compression, int[] palette, int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return file(40, width, height, bits, compression, palette, data);
    }

    /**
     * Returns a BMP with OS/2's second header, which can be cut short. Missing fields are 0.
     *
     * @param header the length of the header
     */
    public static byte[] shortened(
            int header, int width, int height, int bits, int[] palette, IntBinaryOperator pixel) {
        byte[] whole = bmp(width, height, bits, false, palette, pixel);
        int colours = 14 + 40;
        ByteBuffer bmp = ByteBuffer.allocate(whole.length - 40 + header);
        bmp.put(whole, 0, 14).put(whole, 14, Math.min(header, 40)).position(14 + header);
        bmp.put(whole, colours, whole.length - colours);
        Bytes.little(bmp.array()).putInt(10, 14 + header + palette.length * 4).putInt(14, header);
        return bmp.array();
    }

    /** Returns a BMP with a profile after the pixels, to which the header of 124 bytes refers. */
    public static byte[] withProfile(int width, int height, byte[] profile, IntBinaryOperator rgb) {
        byte[] bmp = file(124, width, height, 24, 0, new int[0], rows(width, height, 24, false, rgb));
        byte[] whole = FileEdits.join(bmp, profile);
        Bytes.little(whole)
                .putInt(14 + 52, 0)
                .putInt(14 + 56, 0x4D424544)
                .putInt(14 + 112, bmp.length - 14)
                .putInt(14 + 116, profile.length);
        return whole;
    }

    /** Returns a BMP with one run for every 10 pixels of a row, in the colour of the first of them. */
    public static byte[] rle8(int width, int height, int[] palette, IntBinaryOperator index) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x += 10) {
                data.write(Math.min(10, width - x));
                data.write(index.applyAsInt(x, y));
            }
            data.write(0);
            data.write(y == 0 ? 1 : 0);
        }
        return file(40, width, height, 8, RLE8, palette, data.toByteArray());
    }

    /** Returns a BMP of 4-bit indices with one run for every 10 pixels of a row, in the colour of the first of them. */
    public static byte[] rle4(int width, int height, int[] palette, IntBinaryOperator index) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x += 10) {
                data.write(Math.min(10, width - x));
                data.write(index.applyAsInt(x, y) * 0x11);
            }
            data.write(0);
            data.write(y == 0 ? 1 : 0);
        }
        return file(40, width, height, 4, RLE4, palette, data.toByteArray());
    }

    /**
     * Returns a BMP with five bits of red, six of green and five of blue, described by three masks after the header.
     */
    public static byte[] bitFields(int width, int height, IntBinaryOperator pixel) {
        int[] masks = {0xF800, 0x7E0, 0x1F};
        byte[] bmp = file(40, width, height, 16, MASKS, masks, rows(width, height, 16, false, pixel));
        Bytes.little(bmp).putInt(46, 0);
        return bmp;
    }

    /** Returns a BMP with the oldest header, of 12 bytes. */
    public static byte[] os2(int width, int height, IntBinaryOperator rgb) {
        byte[] data = rows(width, height, 24, false, rgb);
        byte[] file = new byte[26 + data.length];
        ByteBuffer bmp = Bytes.little(file);
        bmp.put(FileEdits.ascii("BM")).putInt(file.length).putInt(0).putInt(26);
        bmp.putInt(12).putShort((short) width).putShort((short) height);
        bmp.putShort((short) 1).putShort((short) 24).put(data);
        return file;
    }

    private static byte[] rows(int width, int height, int bits, boolean topDown, IntBinaryOperator pixel) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int row = 0; row < height; row++) {
            int y = topDown ? row : height - 1 - row;
            BitWriter out = new BitWriter(data);
            for (int x = 0; x < width; x++) {
                int value = pixel.applyAsInt(x, y);
                for (int shift = 0; shift < bits; shift += 8) {
                    out.write(value >> shift, Math.min(8, bits));
                }
            }
            out.flush();
            while (data.size() % 4 != 0) {
                data.write(0);
            }
        }
        return data.toByteArray();
    }

    private static byte[] file(
            int header, int width, int height, int bits, int compression, int[] palette, byte[] data) {
        int start = 14 + header + palette.length * 4;
        byte[] file = new byte[start + data.length];
        ByteBuffer bmp = Bytes.little(file);
        bmp.put(FileEdits.ascii("BM")).putInt(bmp.capacity()).putInt(0).putInt(start);
        bmp.putInt(header).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        bmp.putInt(compression).putInt(data.length).putInt(2835).putInt(2835);
        bmp.putInt(palette.length).putInt(0);
        if (header > 40) {
            bmp.putInt(0xFF0000).putInt(0xFF00).putInt(0xFF).putInt(0xFF000000).put(FileEdits.ascii("BGRs"));
        }
        bmp.position(14 + header);
        for (int colour : palette) {
            bmp.putInt(colour & 0xFFFFFF);
        }
        bmp.put(data);
        return file;
    }
}
