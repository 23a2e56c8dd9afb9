package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import java.util.Optional;

/**
 * The IHDR chunk of a PNG.
 *
 * @param usual whether the methods of compression and of filters are those of the specification, and it is not
 *     interlaced
 */
public record PngHeader(int width, int height, int depth, int colourType, boolean interlaced, boolean usual) {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    public static PngHeader read(byte[] png) throws IOException {
        if (png.length < 33 || !Bytes.has(png, 12, "IHDR")) {
            throw new IOException("Expected IHDR at offset 12 of " + png.length);
        }
        boolean usual = (png[26] | png[27] | png[28]) == 0;
        return new PngHeader(Bytes.big32(png, 16), Bytes.big32(png, 20), png[24], png[25], png[28] == 1, usual);
    }

    boolean isGrey() {
        return colourType == GREY;
    }

    public boolean hasPalette() {
        return colourType == PALETTE;
    }

    /** Tells whether the rows are stored one after the other, in a format of the specification with up to 8 bits. */
    public boolean isPlain() {
        boolean single = isGrey() || hasPalette();
        boolean few = single && (depth == 1 || depth == 2 || depth == 4);
        return usual && (few || (depth == 8 && (single || colourType == RGB || hasAlpha())));
    }

    /** Returns the number of samples of a stored pixel. */
    public int bands() {
        return switch (colourType) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    public boolean hasAlpha() {
        return colourType == GREY_ALPHA || colourType == RGB_ALPHA;
    }

    /** Returns the bits per pixel in the data. */
    int pixelBits() {
        return bands() * depth;
    }

    /**
     * Returns the colour that tRNS makes transparent, on the scale of {@link Rows}; empty if there is none.
     *
     * @param transparency the body of tRNS
     * @param colours the number of colours per pixel in the rows: 1 or 3
     */
    Optional<float[]> key(byte[] transparency, int colours) {
        int samples = colourType == GREY ? 1 : colourType == RGB ? 3 : 0;
        if (samples == 0 || transparency.length < samples * 2) {
            return Optional.empty();
        }
        int most = (1 << depth) - 1;
        int step = Math.max(1, 255 / most);
        float[] key = new float[colours];
        for (int band = 0; band < colours; band++) {
            int sample = Bytes.big16(transparency, Math.min(band, samples - 1) * 2) & most;
            key[band] = depth == 16 ? sample / 257f : sample * step;
        }
        return Optional.of(key);
    }
}
