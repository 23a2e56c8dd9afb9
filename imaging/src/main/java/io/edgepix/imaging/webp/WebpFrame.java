package io.edgepix.imaging.webp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import io.edgepix.imaging.model.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A frame of an animated WebP, converted to a still WebP. */
final class WebpFrame {
    private static final int FRAME_HEADER = 16;
    private static final int ALPHA_FLAG = 0x10;

    private final int left;
    private final int top;
    private final byte[] still;

    private WebpFrame(int left, int top, byte[] still) {
        this.left = left;
        this.top = top;
        this.still = still;
    }

    /**
     * Converts a frame.
     *
     * @throws IOException if the frame is too short, or extends beyond the canvas
     */
    static WebpFrame of(byte[] webp, Chunk frame, Header canvas) throws IOException {
        int at = frame.body();
        if (frame.length() < FRAME_HEADER) {
            throw new IOException("Expected a frame of at least " + FRAME_HEADER + " bytes, got " + frame.length()
                    + " at offset " + frame.start());
        }
        int left = Bytes.little24(webp, at) * 2;
        int top = Bytes.little24(webp, at + 3) * 2;
        int width = Bytes.little24(webp, at + 6) + 1;
        int height = Bytes.little24(webp, at + 9) + 1;
        if (left + width > canvas.width() || top + height > canvas.height()) {
            throw new IOException(
                    "Expected a frame within its canvas, got " + width + "x" + height + " at " + left + "," + top);
        }
        return new WebpFrame(left, top, still(webp, at + FRAME_HEADER, at + frame.length(), width, height));
    }

    /** Returns a still WebP. It always has an extended header, so that libwebp refuses data of a different size. */
    private static byte[] still(byte[] webp, int start, int end, int width, int height) {
        byte[] file = new byte[30 + end - start];
        ByteBuffer still = Bytes.little(file);
        still.put(ascii("RIFF")).putInt(still.capacity() - 8).put(ascii("WEBPVP8X"));
        still.putInt(10).putInt(Bytes.has(webp, start, "ALPH") || Bytes.has(webp, start, "VP8L") ? ALPHA_FLAG : 0);
        put24(still, width - 1);
        put24(still, height - 1);
        still.put(webp, start, end - start);
        return file;
    }

    private static void put24(ByteBuffer to, int value) {
        to.putShort((short) value).put((byte) (value >> 16));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the offset of the frame from the left edge of the canvas, in pixels. */
    int left() {
        return left;
    }

    /** Returns the offset of the frame from the top edge of the canvas, in pixels. */
    int top() {
        return top;
    }

    byte[] still() {
        return still;
    }

    /** Returns the TIFF structure of an EXIF chunk, without the prefix of JPEG that some writers add. */
    static byte[] tiff(byte[] exif) {
        return Bytes.has(exif, 0, "Exif\0\0") ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }
}
