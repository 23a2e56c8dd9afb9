package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Writes PNGs of every colour type and depth, unfiltered. */
public final class PngMaker {
    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GREY_ALPHA = 4;
    public static final int RGBA = 6;

    /** The first column, the first row, and the steps across and down, for each pass of Adam7. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    /** The samples of a picture, by pixel. */
    public interface Samples {
        int[] at(int x, int y);
    }

    private PngMaker() {}

    /**
     * Returns a PNG.
     *
     * @param before complete chunks before the data, such as PLTE and tRNS
     */
    public static byte[] png(
            int width, int height, int type, int depth, boolean interlaced, byte[] before, Samples samples) {
        return FileEdits.join(
                start(width, height, type, depth, interlaced),
                before,
                FileEdits.chunk("IDAT", deflate(rows(width, height, depth, interlaced, samples))),
                FileEdits.chunk("IEND", new byte[0]));
    }

    /** Returns the signature and the header. */
    public static byte[] start(int width, int height, int type, int depth, boolean interlaced) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) type, 0, 0, (byte) (interlaced ? 1 : 0)})
                .array();
        return FileEdits.join(FileEdits.ascii("\u0089PNG\r\n\u001A\n"), FileEdits.chunk("IHDR", header));
    }

    /** Returns the rows before compression. */
    public static byte[] rows(int width, int height, int depth, boolean interlaced, Samples samples) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? PASSES : WHOLE) {
            for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
                data.write(0);
                BitWriter bits = new BitWriter(data);
                for (int x = pass[0]; x < width; x += pass[2]) {
                    for (int sample : samples.at(x, y)) {
                        bits.write(sample, depth);
                    }
                }
                bits.flush();
            }
        }
        return data.toByteArray();
    }

    public static byte[] deflate(byte[] bytes) {
        byte[] deflated = new byte[bytes.length + 1000];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            return Arrays.copyOf(deflated, deflater.deflate(deflated));
        }
    }
}
