package io.edgepix.imaging.psd;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds the flattened picture of a PSD or PSB, and describes how its samples are stored (Adobe Photoshop File Formats
 * Specification).
 */
final class PsdLayout {
    static final int BITMAP = 0;
    static final int INDEXED = 2;
    static final int RGB = 3;
    static final int CMYK = 4;
    static final int LAB = 9;

    private static final int HEADER = 26;
    private static final int GREY = 1;
    private static final int DUOTONE = 8;
    private static final int MOST_CHANNELS = 56;
    private static final Map<Integer, String> OTHER_MODES = Map.of(7, "multichannel", LAB, "Lab");
    /**
     * The keys of blocks that follow the section of layers, and describe layers of 16 and 32 bits or alpha. The value
     * tells whether the block counts layers. The blocks that do not count layers exist only if the picture has alpha.
     */
    private static final Map<String, Boolean> DEEP_LAYERS =
            Map.of("Lr16", true, "Lr32", true, "Mt16", false, "Mt32", false, "Mtrn", false);

    final int width;
    final int height;
    final int channels;
    final int depth;
    final int mode;
    final boolean big;

    private final byte[] psd;

    private PsdLayout(byte[] psd) {
        this.psd = psd;
        this.big = Bytes.big16(psd, 4) == 2;
        this.channels = Bytes.big16(psd, 12);
        this.height = Bytes.big32(psd, 14);
        this.width = Bytes.big32(psd, 18);
        this.depth = Bytes.big16(psd, 22);
        this.mode = Bytes.big16(psd, 24);
    }

    /**
     * Reads the header.
     *
     * @throws IOException if the file is shorter than the header
     */
    static PsdLayout read(byte[] psd) throws IOException {
        if (psd.length < HEADER) {
            throw new IOException("Expected a header of " + HEADER + " bytes, got " + psd.length);
        }
        return new PsdLayout(psd);
    }

    /** Throws if the mode, the depth or the number of channels is not supported. */
    void check() throws IOException, UnrenderableException {
        String other = OTHER_MODES.get(mode);
        if (other != null) {
            throw UnrenderableException.unsupported(other + " PSD");
        }
        boolean known = switch (mode) {
            case BITMAP -> depth == 1;
            case INDEXED -> depth == 8;
            case GREY, RGB, DUOTONE -> depth == 8 || depth == 16 || depth == 32;
            case CMYK -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known) {
            throw UnrenderableException.unsupported("PSD of mode " + mode + " with " + depth + " bits");
        }
        if (channels < colours() || channels > MOST_CHANNELS) {
            throw new IOException("Expected " + colours() + " to " + MOST_CHANNELS + " channels, got " + channels);
        }
    }

    /** Returns the number of channels that are colours or palette indices. A duotone is decoded as grey. */
    int colours() {
        return switch (mode) {
            case RGB -> 3;
            case CMYK -> 4;
            default -> 1;
        };
    }

    /** Returns the length in bytes of a row of one channel. */
    int rowBytes() {
        return Math.toIntExact(((long) width * depth + 7) / 8);
    }

    /** Returns the offset of the palette: 256 reds, 256 greens and 256 blues. */
    int palette() throws IOException {
        int length = Bytes.big32(psd, HEADER);
        if (length < 768) {
            throw new IOException("Expected a palette of 768 bytes, got " + length);
        }
        return HEADER + 4;
    }

    private int resources() throws IOException {
        return after(HEADER, false);
    }

    private int layers() throws IOException {
        return after(resources(), false);
    }

    /** Returns the offset of the flattened picture, which begins with its compression. */
    int picture() throws IOException {
        return after(layers(), big);
    }

    /**
     * Returns the offset after a section that begins with its length.
     *
     * @param wide whether the length has 8 bytes instead of 4
     */
    private int after(int section, boolean wide) throws IOException {
        int size = wide ? 8 : 4;
        if (section > psd.length - size) {
            throw new IOException("Expected a section at offset " + section + " of " + psd.length);
        }
        return section + size + length(section, wide);
    }

    private int length(int at, boolean wide) throws IOException {
        long high = wide ? Bytes.big32(psd, at) : 0;
        long low = Bytes.big32(psd, wide ? at + 4 : at);
        if (high != 0 || low < 0 || low > psd.length - at) {
            throw new IOException("Expected a section at " + at + " that ends by " + psd.length + ", got a longer one");
        }
        return (int) low;
    }

    /**
     * Tells whether the channel after the colours is the transparency of the flattened picture. A negative number
     * of layers states this.
     */
    boolean hasAlpha() {
        if (channels <= colours() || mode == BITMAP || mode == INDEXED) {
            return false;
        }
        try {
            int size = big ? 8 : 4;
            int info = layers() + size;
            if (length(layers(), big) < size) {
                return false;
            }
            return length(info, big) > 1 ? (short) Bytes.big16(psd, info + size) < 0 : hasDeepAlpha(after(info, big));
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean hasDeepAlpha(int mask) throws IOException {
        int end = picture();
        for (int at = after(mask, false); at + 12 <= end && Bytes.has(psd, at, "8B"); ) {
            String key = new String(psd, at + 4, 4, StandardCharsets.ISO_8859_1);
            boolean wide = big && DEEP_LAYERS.containsKey(key);
            int body = at + 8 + (wide ? 8 : 4);
            Boolean counts = DEEP_LAYERS.get(key);
            if (counts != null) {
                return !counts || (short) Bytes.big16(psd, body) < 0;
            }
            at = body + (length(at + 8, wide) + 3) / 4 * 4;
        }
        return false;
    }
}
