package io.edgepix.imaging.webp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Sets the times of the frames of an animated WebP.
 *
 * <p>libwebp merges equal frames. For each frame that was merged away, a frame that draws nothing is added, so that the
 * number of frames stays that of the original. The frame after them relies on the disposal of the merged frame, so the
 * last added frame takes over that disposal.
 */
public final class WebpTimes {
    private static final int FIRST_CHUNK = 12;
    private static final int FLAGS = 8;
    private static final int ALPHA = 0x10;
    private static final int FRAME_HEADER = 16;
    private static final int MILLIS = 12;
    private static final int FRAME_FLAGS = 15;
    private static final int DISPOSE = 1;
    /** The time in milliseconds for which browsers show a frame that states at most {@value #HURRIED} ms. */
    private static final int USUAL = 100;

    private static final int HURRIED = 10;

    private WebpTimes() {}

    /**
     * Replaces counts of frames with times.
     *
     * @param counted a WebP in which the duration of each frame is the number of original frames that it represents
     * @param millis the times of all original frames in milliseconds; short times are replaced as in browsers
     */
    public static byte[] set(byte[] counted, List<Integer> millis) {
        ByteArrayOutputStream webp = new ByteArrayOutputStream(counted.length + 40 * millis.size());
        webp.write(counted, 0, FIRST_CHUNK);
        Iterator<Integer> times = millis.iterator();
        for (Chunk chunk : chunks(counted)) {
            int end = chunk.body() + chunk.length() + (chunk.length() & 1);
            if (chunk.type().equals("ANMF")) {
                frame(webp, Arrays.copyOfRange(counted, chunk.start(), end), times);
            } else {
                webp.write(counted, chunk.start(), end - chunk.start());
            }
        }
        byte[] bytes = webp.toByteArray();
        Bytes.little(bytes).putInt(4, bytes.length - 8);
        if (bytes.length != counted.length) {
            bytes[FIRST_CHUNK + FLAGS] |= ALPHA;
        }
        return bytes;
    }

    private static List<Chunk> chunks(byte[] webp) {
        try {
            return Chunks.ofRiff(webp, FIRST_CHUNK, webp.length).all();
        } catch (IOException e) {
            throw new IllegalStateException("Expected whole chunks from libwebp, got damaged ones", e);
        }
    }

    private static void frame(ByteArrayOutputStream webp, byte[] frame, Iterator<Integer> times) {
        int count = Bytes.little24(frame, 8 + MILLIS);
        byte[] nothing = nothing(frame);
        frame[8 + FRAME_FLAGS] &= (byte) (count > 1 ? ~DISPOSE : ~0);
        webp.writeBytes(timed(frame, times.next()));
        for (int i = 1; i < count; i++) {
            byte[] next = nothing.clone();
            next[8 + FRAME_FLAGS] &= (byte) (i < count - 1 ? ~DISPOSE : ~0);
            webp.writeBytes(timed(next, times.next()));
        }
    }

    private static byte[] timed(byte[] frame, int millis) {
        int shown = millis <= HURRIED ? USUAL : millis;
        frame[8 + MILLIS] = (byte) shown;
        frame[8 + MILLIS + 1] = (byte) (shown >> 8);
        frame[8 + MILLIS + 2] = (byte) (shown >> 16);
        return frame;
    }

    /**
     * Returns a transparent frame of the same position and size, which is blended with the canvas. Its pixels take no
     * bits, since each of the five prefix codes has only one symbol ("WebP Lossless Bitstream Specification").
     */
    private static byte[] nothing(byte[] frame) {
        long columns = Bytes.little24(frame, 8 + 6);
        long rows = Bytes.little24(frame, 8 + 9);
        long bits = columns | rows << 14 | 1L << 28;
        for (int code = 0; code < 5; code++) {
            bits |= 1L << (35 + 4 * code);
        }
        byte[] nothing = new byte[8 + FRAME_HEADER + 8 + 10];
        ByteBuffer to = Bytes.little(nothing);
        to.put(frame, 0, 8 + FRAME_HEADER);
        to.putInt(4, FRAME_HEADER + 8 + 10);
        to.put((byte) 'V').put((byte) 'P').put((byte) '8').put((byte) 'L').putInt(9);
        to.put((byte) 0x2F).putLong(bits);
        nothing[8 + FRAME_FLAGS] = (byte) (frame[8 + FRAME_FLAGS] & DISPOSE);
        return nothing;
    }
}
