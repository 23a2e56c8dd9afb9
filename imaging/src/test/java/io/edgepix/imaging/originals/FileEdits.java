package io.edgepix.imaging.originals;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Changes files in ways that ImageIO does not support. */
public final class FileEdits {
    private FileEdits() {}

    public static int indexOf(byte[] bytes, byte first, byte second) {
        int at = 0;
        while (bytes[at] != first || bytes[at + 1] != second) {
            at++;
        }
        return at;
    }

    public static byte[] jpegWithAfterJfif(byte[] jpeg, int marker, byte[] body) {
        int length = body.length + 2;
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        int jfif = 4 + Bytes.big16(jpeg, 4);
        return join(Arrays.copyOf(jpeg, jfif), head, body, Arrays.copyOfRange(jpeg, jfif, jpeg.length));
    }

    public static byte[] jpegWithExif(byte[] jpeg, int orientation) {
        return jpegWith(jpeg, 0xE1, join(ascii("Exif\0\0"), ExifMaker.exif(orientation)));
    }

    public static byte[] jpegWithProfile(byte[] jpeg, byte[] profile) {
        return jpegWith(jpeg, 0xE2, join(ascii("ICC_PROFILE\0\1\1"), profile));
    }

    /** Returns the JPEG with one part of a profile added. */
    public static byte[] jpegWithProfilePart(byte[] jpeg, int number, int count, byte[] part) {
        byte[] place = {(byte) number, (byte) count};
        return jpegWith(jpeg, 0xE2, join(ascii("ICC_PROFILE\0"), place, part));
    }

    public static byte[] jpegWithAdobe(byte[] jpeg, int transform) {
        return jpegWith(jpeg, 0xEE, join(ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform}));
    }

    public static byte[] jpegWith(byte[] jpeg, int marker, byte[] body) {
        int length = body.length + 2;
        byte[] head = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return join(head, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Returns the PNG with a chunk added after the header. Every chunk that need not follow PLTE may be there. */
    public static byte[] pngWith(byte[] png, String type, byte[] body) {
        return join(Arrays.copyOf(png, 33), chunk(type, body), Arrays.copyOfRange(png, 33, png.length));
    }

    public static byte[] pngWithProfile(byte[] png, byte[] profile) {
        return pngWith(png, "iCCP", join(ascii("any\0\0"), PngMaker.deflate(profile)));
    }

    /** Returns the header of a grey PNG without data. */
    public static byte[] pngHeader(int width, int height) {
        byte[] size = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .array();
        byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return join(magic, chunk("IHDR", size), chunk("IDAT", new byte[0]), chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] body) {
        CRC32 sum = new CRC32();
        byte[] named = join(ascii(type), body);
        sum.update(named);
        return join(big(body.length), named, big((int) sum.getValue()));
    }

    /** Returns a simple WebP as an extended one with an EXIF chunk. */
    public static byte[] webpWithExif(byte[] webp, int width, int height, int orientation) {
        return webpWithExif(webp, width, height, ExifMaker.exif(orientation));
    }

    public static byte[] webpWithExif(byte[] webp, int width, int height, byte[] exif) {
        byte[] data = Arrays.copyOfRange(webp, 12, webp.length);
        return riff(join(extended(0x08, width, height), data, riffChunk("EXIF", exif)));
    }

    /** Returns a simple WebP as an extended one with a profile. */
    public static byte[] webpWithProfile(byte[] webp, int width, int height, byte[] profile) {
        byte[] data = Arrays.copyOfRange(webp, 12, webp.length);
        return riff(join(extended(0x20, width, height), riffChunk("ICCP", profile), data));
    }

    /** Returns an animation whose only frame is a simple WebP. */
    public static byte[] animatedWebp(
            byte[] frame, int left, int top, int frameWidth, int frameHeight, int width, int height) {
        byte[] data = Arrays.copyOfRange(frame, 12, frame.length);
        byte[] place = join(
                little24(left / 2),
                little24(top / 2),
                little24(frameWidth - 1),
                little24(frameHeight - 1),
                new byte[4]);
        return riff(join(
                extended(0x12, width, height), riffChunk("ANIM", new byte[6]), riffChunk("ANMF", join(place, data))));
    }

    /** Returns an animation whose frames are simple WebPs of the same size, each shown for a tenth of a second. */
    public static byte[] animatedWebp(int width, int height, byte[]... frames) {
        byte[] chunks = join(extended(0x12, width, height), riffChunk("ANIM", new byte[6]));
        for (byte[] frame : frames) {
            byte[] place = join(new byte[6], little24(width - 1), little24(height - 1), little24(100), new byte[1]);
            chunks = join(chunks, riffChunk("ANMF", join(place, Arrays.copyOfRange(frame, 12, frame.length))));
        }
        return riff(chunks);
    }

    public static byte[] extended(int flags, int width, int height) {
        return riffChunk("VP8X", join(new byte[] {(byte) flags, 0, 0, 0}, little24(width - 1), little24(height - 1)));
    }

    public static byte[] riff(byte[] chunks) {
        return join(ascii("RIFF"), little(chunks.length + 4), ascii("WEBP"), chunks);
    }

    public static byte[] riffChunk(String type, byte[] body) {
        return join(ascii(type), little(body.length), body, new byte[body.length & 1]);
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] big(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    static byte[] little24(int value) {
        return Arrays.copyOf(little(value), 3);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
