package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.colour.ProfileParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG before its first scan. */
public final class JpegHeader {
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** The most bytes of tables before the first scan. Files need a hundredth of this. */
    private static final int MOST_NEEDED = 1 << 18;

    private final ProfileParts parts = new ProfileParts();
    private final JpegColourMarkers colours = new JpegColourMarkers();
    private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
    private int process;
    private int depth;
    private int width;
    private int height;
    private int components;
    private byte[] sampling = {};
    private byte @Nullable [] exif;
    private int scanStart;

    private JpegHeader() {}

    /** Reads the segments from offset 2 up to the first scan header. */
    public static JpegHeader read(byte[] jpeg) throws IOException {
        JpegHeader header = new JpegHeader();
        int at = 2;
        while (true) {
            int marker = JpegMarker.required(jpeg, at);
            while (marker == JpegMarker.FILL) {
                marker = JpegMarker.required(jpeg, ++at);
            }
            if (marker == JpegMarker.SCAN) {
                break;
            }
            if (JpegMarker.isInData(marker) || marker < 0xC0) {
                throw new IOException(
                        "Expected a segment at offset " + at + ", got marker 0x" + Integer.toHexString(marker));
            }
            int end = segmentEnd(jpeg, at);
            header.segment(marker, jpeg, at, end);
            if (header.needed.size() > MOST_NEEDED) {
                throw new IOException("More than " + MOST_NEEDED + " bytes of tables at offset " + at);
            }
            at = end;
        }
        if (header.components == 0) {
            throw new IOException("No frame header before the scan at offset " + at);
        }
        header.scanStart = at;
        return header;
    }

    /** Returns the offset after the segment whose marker is at an offset. */
    public static int segmentEnd(byte[] jpeg, int at) throws IOException {
        int length = at + 3 < jpeg.length ? Bytes.big16(jpeg, at + 2) : 0;
        if (length < 2 || at + 2 + length > jpeg.length) {
            throw new IOException("Segment of length " + length + " at offset " + at);
        }
        return at + 2 + length;
    }

    private void segment(int marker, byte[] jpeg, int start, int end) {
        int body = start + 4;
        if (marker == 0xE1 && exif == null && Bytes.has(jpeg, body, EXIF)) {
            exif = Arrays.copyOfRange(jpeg, body + EXIF.length(), end);
        } else if (marker == 0xE2 && Bytes.has(jpeg, body, ICC) && end - body > 14) {
            parts.add(jpeg, body + ICC.length(), end);
        }
        colours.segment(marker, jpeg, body, end);
        if (JpegMarker.isFrame(marker) && end - body >= 6) {
            process = marker;
            frame(jpeg, body);
        }
        if (marker < 0xE0) {
            needed.write(jpeg, start, end - start);
        }
    }

    private void frame(byte[] jpeg, int body) {
        depth = jpeg[body] & 0xFF;
        height = Bytes.big16(jpeg, body + 1);
        width = Bytes.big16(jpeg, body + 3);
        components = jpeg[body + 5] & 0xFF;
        sampling = Arrays.copyOfRange(jpeg, body + 6, body + 6 + 3 * components);
    }

    /** Returns the second byte of the frame header's marker, such as 0xC0 for baseline. */
    public int process() {
        return process;
    }

    /** Tells whether it is progressive with Huffman coding. */
    boolean isProgressive() {
        return process == JpegMarker.PROGRESSIVE;
    }

    /** Tells whether it is progressive with any coding, so that all coefficients are kept until the last scan. */
    public boolean hasManyScans() {
        return JpegMarker.isProgressive(process);
    }

    /** Tells whether it is lossless with Huffman coding. */
    public boolean isLossless() {
        return process == JpegMarker.LOSSLESS;
    }

    /** Returns the number of bits per sample. */
    public int depth() {
        return depth;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int components() {
        return components;
    }

    /** Returns the number by which scans refer to a component. */
    int name(int component) {
        return sampling[3 * component] & 0xFF;
    }

    /** Returns the number of a component's quantisation table. */
    int quantisation(int component) {
        return sampling[3 * component + 2] & 0xFF;
    }

    /** Returns the horizontal sampling factor of a component. */
    int across(int component) {
        return sampling[3 * component + 1] >> 4 & 0xF;
    }

    /** Returns the vertical sampling factor of a component. */
    int down(int component) {
        return sampling[3 * component + 1] & 0xF;
    }

    /** Returns the number of samples of all components, by their sampling factors. */
    public long samples() {
        int most = 1;
        int all = 0;
        for (int i = 0; i < components(); i++) {
            int samples = Math.max(1, across(i) * down(i));
            most = Math.max(most, samples);
            all += samples;
        }
        return (long) width() * height() * all / most;
    }

    /** Returns the body of the first Exif segment, after its identifier. */
    Optional<byte[]> exif() {
        return Optional.ofNullable(exif);
    }

    /** Returns the offset of the first scan header. */
    public int scanStart() {
        return scanStart;
    }

    /** Tells whether the first three components are luma and chroma. */
    public boolean isYcc() {
        return colours.isYcc(components, isUnmarkedRgb());
    }

    /** Tells whether three components without a marker are RGB: they are named R, G and B, or the JPEG is lossless. */
    private boolean isUnmarkedRgb() {
        return components == 3 && (isLossless() || (name(0) == 'R' && name(1) == 'G' && name(2) == 'B'));
    }

    /** Tells whether a component is Cb or Cr. */
    boolean isChroma(int component) {
        return isYcc() && (component == 1 || component == 2);
    }

    /** Returns the ICC profile; empty if there is none, or a part of it is missing. */
    public Optional<byte[]> profile() {
        return parts.joined();
    }

    /** Returns the JPEG without its metadata, and with one JFIF or Adobe marker that states its colour space. */
    byte[] bare(byte[] jpeg) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(jpeg.length);
        bare.write(0xFF);
        bare.write(0xD8);
        if (components == 1 || (components == 3 && isYcc())) {
            bare.writeBytes(JFIF);
        } else {
            bare.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0});
            bare.write(components == 4 && isYcc() ? 2 : 0);
        }
        bare.writeBytes(needed.toByteArray());
        bare.write(jpeg, scanStart, jpeg.length - scanStart);
        return bare.toByteArray();
    }
}
