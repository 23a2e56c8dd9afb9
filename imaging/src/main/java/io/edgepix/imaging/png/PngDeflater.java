package io.edgepix.imaging.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Compresses PNGs with the JDK's zlib, once with a filter for each row and once without filters. Photographs are
 * smaller with filters, and drawings are smaller without.
 */
public final class PngDeflater implements PngCompressor {
    /** The default compression level of zlib. */
    public static final int LEVEL = 6;

    private static final int HIGHEST_LEVEL = 9;
    /** The most pixels of a drawing that is compressed at the highest level. */
    private static final int SMALL = 1_000_000;

    private static final int BUFFER = 1 << 15;
    /** The colour type of a PNG, by the number of bands. */
    private static final int[] COLOUR_TYPES = {0, 0, 4, 2, 6};

    @Override
    public byte[] png(byte[] samples, int width, int height, int bands) throws IOException {
        int stride = width * bands;
        byte[] filtered = filtered(samples, stride, bands);
        return filtered.length <= unfiltered(samples, stride, LEVEL).length
                ? file(filtered, width, height, bands)
                : drawing(samples, width, height, bands);
    }

    private static byte[] drawing(byte[] samples, int width, int height, int bands) throws IOException {
        return unfiltered(samples, width, height, bands, (long) width * height <= SMALL ? HIGHEST_LEVEL : LEVEL);
    }

    /**
     * Returns a PNG of 8-bit samples, compressed without filters.
     *
     * @param level the compression level of zlib, 0 to 9
     */
    public static byte[] unfiltered(byte[] samples, int width, int height, int bands, int level) throws IOException {
        return file(unfiltered(samples, width * bands, level), width, height, bands);
    }

    private static byte[] file(byte[] data, int width, int height, int bands) {
        return new PngFile(data.length)
                .header(width, height, 8, COLOUR_TYPES[bands])
                .chunk("IDAT", data)
                .end();
    }

    private static byte[] filtered(byte[] samples, int stride, int bands) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] row = new byte[stride];
        PngFilter filter = new PngFilter(stride, bands);
        try (Deflater deflater = new Deflater(LEVEL)) {
            deflater.setStrategy(Deflater.FILTERED);
            DeflaterOutputStream out = new DeflaterOutputStream(data, deflater, BUFFER);
            for (int start = 0; start < samples.length; start += stride) {
                System.arraycopy(samples, start, row, 0, stride);
                out.write(filter.filtered(row));
            }
            out.finish();
        }
        return data.toByteArray();
    }

    /**
     * Returns packed rows as a zlib stream, each row with filter type 0 ("None").
     *
     * @param stride the length of a row in bytes
     * @param level the compression level of zlib, 0 to 9
     */
    public static byte[] unfiltered(byte[] rows, int stride, int level) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(level)) {
            DeflaterOutputStream out = new DeflaterOutputStream(data, deflater, BUFFER);
            for (int start = 0; start < rows.length; start += stride) {
                out.write(0);
                out.write(rows, start, stride);
            }
            out.finish();
        }
        return data.toByteArray();
    }
}
