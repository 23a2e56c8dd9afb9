package io.edgepix.imaging.webp;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Assembles an animated WebP from frames ("WebP Container Specification").
 *
 * <p>A frame without changes is stored as a frame that draws nothing, so that the number of frames stays that of the
 * original.
 */
public final class WebpAnimationFile {
    private static final int FIRST_CHUNK = 12;
    private static final int EXTENDED = 10;
    private static final int FRAME_HEADER = 16;
    private static final int ANIMATED = 2;
    private static final int ALPHA = 0x10;
    private static final int DISPOSE = 1;
    private static final int NOT_BLENDED = 2;
    /** The time in milliseconds for which browsers show a frame that states at most {@value #HURRIED} ms. */
    private static final int USUAL = 100;

    private static final int HURRIED = 10;

    /** A frame, and the number of frames without changes after it. */
    private static final class Frame {
        private final int left;
        private final int top;
        private final int width;
        private final int height;
        private final boolean blended;
        private final byte[] still;
        private int repeats;
        private boolean disposed;

        private Frame(int left, int top, int width, int height, boolean blended, byte[] still) {
            this.left = left;
            this.top = top;
            this.width = width;
            this.height = height;
            this.blended = blended;
            this.still = still;
        }

        private boolean isExtended() {
            return Bytes.has(still, FIRST_CHUNK, "VP8X");
        }

        private void write(ByteArrayOutputStream to, Iterator<Integer> millis) {
            int start = isExtended() ? FIRST_CHUNK + 8 + EXTENDED : FIRST_CHUNK;
            write(
                    to,
                    millis.next(),
                    blended,
                    disposed && repeats == 0,
                    ByteBuffer.wrap(still, start, still.length - start));
            for (int i = 1; i <= repeats; i++) {
                write(to, millis.next(), true, disposed && i == repeats, nothing());
            }
        }

        private void write(ByteArrayOutputStream to, int millis, boolean blends, boolean disposes, ByteBuffer data) {
            byte[] frame = chunk("ANMF", FRAME_HEADER + data.remaining());
            ByteBuffer body = body(frame);
            put24(body, left / 2);
            put24(body, top / 2);
            put24(body, width - 1);
            put24(body, height - 1);
            put24(body, millis <= HURRIED ? USUAL : millis);
            body.put((byte) ((blends ? 0 : NOT_BLENDED) | (disposes ? DISPOSE : 0)));
            body.put(data);
            to.writeBytes(frame);
        }

        /**
         * Returns a transparent picture. Its pixels take no bits, since each of the five prefix codes has only one
         * symbol ("WebP Lossless Bitstream Specification").
         */
        private ByteBuffer nothing() {
            long bits = width - 1L | (height - 1L) << 14 | 1L << 28;
            for (int code = 0; code < 5; code++) {
                bits |= 1L << (35 + 4 * code);
            }
            byte[] nothing = chunk("VP8L", 9);
            body(nothing).put((byte) 0x2F).putLong(bits);
            return ByteBuffer.wrap(nothing);
        }
    }

    private final int width;
    private final int height;
    private final List<Frame> frames = new ArrayList<>();

    /** Creates an animation without frames. */
    public WebpAnimationFile(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Tells whether no frame was added yet. */
    public boolean isEmpty() {
        return frames.isEmpty();
    }

    /**
     * Adds a frame.
     *
     * @param left the offset from the left edge of the canvas, an even number; top likewise
     * @param blended whether the canvas shows where the frame is transparent
     * @param still the frame as a still WebP from libwebp
     */
    public void add(int left, int top, int width, int height, boolean blended, byte[] still) {
        frames.add(new Frame(left, top, width, height, blended, still));
    }

    /** Adds a frame without changes. */
    public void repeat() {
        frames.getLast().repeats++;
    }

    /** Clears the part of the last frame with changes before the next frame. */
    public void dispose() {
        frames.getLast().disposed = true;
    }

    /**
     * Returns the file. If no frame differs from the first, it is a still picture.
     *
     * @param plays the number of times that the animation is played, up to 65535; 0 for forever
     * @param millis the times of all frames in milliseconds; short times are replaced as in browsers
     */
    public byte[] write(int plays, List<Integer> millis) {
        if (frames.size() == 1) {
            return frames.getFirst().still;
        }
        ByteArrayOutputStream webp = new ByteArrayOutputStream();
        webp.writeBytes("RIFF....WEBP".getBytes(StandardCharsets.US_ASCII));
        boolean alpha = frames.stream().anyMatch(frame -> frame.repeats > 0 || hasAlpha(frame));
        byte[] extended = chunk("VP8X", EXTENDED);
        ByteBuffer header = body(extended).putInt(alpha ? ANIMATED | ALPHA : ANIMATED);
        put24(header, width - 1);
        put24(header, height - 1);
        webp.writeBytes(extended);
        byte[] animation = chunk("ANIM", 6);
        body(animation).putInt(0).putShort((short) plays);
        webp.writeBytes(animation);
        Iterator<Integer> times = millis.iterator();
        frames.forEach(frame -> frame.write(webp, times));
        byte[] bytes = webp.toByteArray();
        Bytes.little(bytes).putInt(4, bytes.length - 8);
        return bytes;
    }

    /** Lossy pictures have an extended header only if they have alpha. A lossless one states alpha in its header. */
    private static boolean hasAlpha(Frame frame) {
        return frame.isExtended()
                || (Bytes.has(frame.still, FIRST_CHUNK, "VP8L") && (frame.still[FIRST_CHUNK + 12] & ALPHA) != 0);
    }

    /** Returns a chunk with an empty body, padded to an even length. */
    private static byte[] chunk(String type, int length) {
        byte[] chunk = new byte[8 + length + (length & 1)];
        Bytes.little(chunk).put(type.getBytes(StandardCharsets.US_ASCII)).putInt(length);
        return chunk;
    }

    private static ByteBuffer body(byte[] chunk) {
        return Bytes.little(chunk).position(8);
    }

    private static void put24(ByteBuffer to, int value) {
        to.putShort((short) value).put((byte) (value >> 16));
    }
}
