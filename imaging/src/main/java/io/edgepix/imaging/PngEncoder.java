package io.edgepix.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PNG with every row filtered, which the JDK's own writer does not do; greys as one sample a pixel. */
final class PngEncoder implements Encoder {
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int EFFORT = 6;
    private static final int BUFFER = 1 << 15;

    private static final byte GREY = 0;
    private static final byte RGB = 2;
    private static final byte RGB_ALPHA = 6;

    @Override
    public byte[] encode(Picture picture, int quality) throws IOException {
        boolean grey = !picture.alpha() && isGrey(picture.samples());
        byte type = grey ? GREY : picture.alpha() ? RGB_ALPHA : RGB;
        ByteBuffer header = ByteBuffer.allocate(13).putInt(picture.width()).putInt(picture.height());
        header.put(new byte[] {8, type, 0, 0, 0});

        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(MAGIC);
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", deflate(picture, grey ? 1 : picture.bands()));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static boolean isGrey(byte[] rgb) {
        for (int i = 0; i < rgb.length; i += 3) {
            if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] deflate(Picture picture, int bands) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] row = new byte[picture.width() * bands];
        PngFilter filter = new PngFilter(row.length, bands);
        try (Deflater deflater = new Deflater(EFFORT)) {
            deflater.setStrategy(Deflater.FILTERED);
            DeflaterOutputStream out = new DeflaterOutputStream(data, deflater, BUFFER);
            for (int y = 0; y < picture.height(); y++) {
                copy(picture, y, bands, row);
                out.write(filter.filtered(row));
            }
            out.finish();
        }
        return data.toByteArray();
    }

    private static void copy(Picture picture, int y, int bands, byte[] row) {
        int start = y * picture.width() * picture.bands();
        if (bands == picture.bands()) {
            System.arraycopy(picture.samples(), start, row, 0, row.length);
            return;
        }
        for (int x = 0; x < row.length; x++) {
            row[x] = picture.samples()[start + x * picture.bands()];
        }
    }

    static void chunk(ByteArrayOutputStream png, String type, byte[] body) {
        byte[] named = ByteBuffer.allocate(4 + body.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        png.writeBytes(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
