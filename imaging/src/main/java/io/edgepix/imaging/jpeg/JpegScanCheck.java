package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.model.Detail;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Tracks which bits of the coefficients the scans of a JPEG have provided so far.
 *
 * <p>It also counts the scans: a progressive JPEG can have more than can be decoded in time.
 */
public final class JpegScanCheck {
    private static final int MOST = 100;
    /** The most segments of Huffman tables between scans. Each scan has a few. */
    private static final int MOST_TABLES = 2000;
    /** The number of scans that a JPEG of any size may have. Encoders write about ten. */
    private static final int LEAST = 20;
    /** The most pixels times scans. The product is proportional to the time to decode. */
    private static final long MOST_WORK = 1_000_000_000;

    private static final int COEFFICIENTS = 64;
    /** The number of missing bits of a coefficient that is in no scan so far. */
    private static final int ALL_BITS = 16;

    private int process;
    private long pixels;
    private byte[] names = {};
    /** The number of low bits that are still missing, by component and coefficient in zigzag order. */
    private int[][] missing = {};

    private int scans;
    private int tables;

    /** Returns the most scans that are decoded of a JPEG with the given number of pixels. */
    public static int most(long pixels) {
        return Math.clamp(MOST_WORK / Math.max(1, pixels), LEAST, MOST);
    }

    /** Takes into account a segment that is not a scan. */
    void segment(byte[] jpeg, int start, int end) throws IOException {
        int marker = JpegMarker.at(jpeg, start);
        if (JpegMarker.isFrame(marker)) {
            frame(jpeg, start, end);
        } else if (marker == JpegMarker.HUFFMAN_TABLES && scans > 0 && ++tables > MOST_TABLES) {
            throw new IOException("More than " + MOST_TABLES + " tables between scans at offset " + start);
        }
    }

    private void frame(byte[] jpeg, int start, int end) {
        process = JpegMarker.at(jpeg, start);
        pixels = (long) Bytes.big16(jpeg, start + 5) * Bytes.big16(jpeg, start + 7);
        names = new byte[(end - start - 10) / 3];
        missing = new int[names.length][COEFFICIENTS];
        for (int i = 0; i < names.length; i++) {
            names[i] = jpeg[start + 10 + 3 * i];
            Arrays.fill(missing[i], ALL_BITS);
        }
    }

    /** Takes a scan header into account. Returns false if it names a component that is not in the frame. */
    boolean scan(byte[] jpeg, int start, int end) throws IOException {
        if (names.length == 0) {
            throw new IOException("No frame header before the scan at offset " + start);
        }
        for (int at = start + 5; at < end - 3; at += 2) {
            OptionalInt component = component(jpeg[at]);
            if (component.isEmpty()) {
                return false;
            }
            int first = isProgressive() ? jpeg[end - 3] & 0x3F : 0;
            int last = isProgressive() ? jpeg[end - 2] & 0x3F : COEFFICIENTS - 1;
            int low = isProgressive() ? jpeg[end - 1] & 0xF : 0;
            Arrays.fill(missing[component.getAsInt()], first, Math.max(first, last + 1), low);
        }
        if (++scans > most(pixels)) {
            throw new IOException("More than " + most(pixels) + " scans at offset " + start);
        }
        return true;
    }

    private OptionalInt component(byte name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isProgressive() {
        return JpegMarker.isProgressive(process);
    }

    boolean areNone() {
        return scans == 0;
    }

    /** Tells whether no further scan can follow. */
    boolean areAll() {
        return !isProgressive() && isComplete();
    }

    private boolean isComplete() {
        return Arrays.stream(missing).flatMapToInt(Arrays::stream).allMatch(bits -> bits == 0);
    }

    /** Throws if a component has no scan, or no first DC scan. */
    void checkBegun() throws IOException {
        for (int[] bits : missing) {
            if (bits[0] == ALL_BITS) {
                throw new IOException("Expected a DC scan of each component");
            }
        }
    }

    /** Throws if a JPEG without an end marker is incomplete. */
    void checkEnd(byte[] jpeg) throws IOException {
        // Arithmetic decoders read zeros after the end of the data, which look like a picture.
        boolean tellsItsEnd = process < JpegMarker.ARITHMETIC;
        if (!tellsItsEnd || !isComplete()) {
            throw new IOException("Expected an end marker, got none up to offset " + jpeg.length);
        }
        if (isProgressive()) {
            // A small derivative is decoded from the first scans only, so the last scans are checked here.
            JpegScanDecoder.decode(jpeg, JpegHeader.read(jpeg), new Detail(1, 1));
        }
    }
}
