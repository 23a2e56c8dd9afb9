package io.edgepix.imaging.png;

import io.edgepix.imaging.picture.Picture;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The colours of a picture with at most 256 colours, as 0xAARRGGBB. Colours that are not opaque come first. */
final class PngPalette {
    private static final int MOST = 256;
    private static final int AROUND_A_CHUNK = 12;
    /** The size of the hash table: a power of two, large enough that two colours rarely collide. */
    private static final int SLOTS = 1 << 12;

    private final int[] slots = new int[SLOTS];
    private final int[] numbers = new int[SLOTS];
    private int[] colours = new int[MOST];
    private int count;

    private PngPalette() {
        Arrays.fill(numbers, -1);
    }

    /**
     * Returns the palette of a picture; empty if it has more than 256 colours. All transparent pixels share one colour.
     */
    static Optional<PngPalette> of(Picture picture) {
        PngPalette palette = new PngPalette();
        int pixels = picture.width() * picture.height();
        for (int i = 0; i < pixels; i++) {
            int colour = picture.argb(i);
            int slot = palette.slot(colour);
            if (palette.numbers[slot] < 0) {
                if (palette.count == MOST) {
                    return Optional.empty();
                }
                palette.put(slot, colour);
            }
        }
        palette.sort();
        return Optional.of(palette);
    }

    private int slot(int colour) {
        int slot = (colour * 0x9E3779B1) >>> (32 - 12);
        while (numbers[slot] >= 0 && slots[slot] != colour) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void put(int slot, int colour) {
        slots[slot] = colour;
        numbers[slot] = count;
        colours[count++] = colour;
    }

    /** Sorts the colours by alpha, so that tRNS can end with the last colour that is not opaque. */
    private void sort() {
        colours = IntStream.range(0, count)
                .map(i -> colours[i])
                .boxed()
                .sorted(Comparator.comparingInt(PngPalette::alpha)
                        .thenComparingInt(PngPalette::luma)
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < count; i++) {
            numbers[slot(colours[i])] = i;
        }
    }

    private static int alpha(int colour) {
        return colour >>> 24;
    }

    private static int luma(int colour) {
        return 2 * (colour >> 16 & 0xFF) + 5 * (colour >> 8 & 0xFF) + (colour & 0xFF);
    }

    /** Returns the bits per index in a PNG. */
    int depth() {
        return count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
    }

    /** Tells whether all colours are opaque greys. */
    boolean isGrey() {
        return IntStream.of(colours)
                .allMatch(colour -> alpha(colour) == 255
                        && (colour >> 8 & 0xFF) == (colour & 0xFF)
                        && (colour >> 16 & 0xFF) == (colour & 0xFF));
    }

    /** Returns the lowest bit depth that represents all greys. */
    int greyDepth() {
        for (int depth = 1; depth < 8; depth *= 2) {
            int step = 255 / ((1 << depth) - 1);
            if (IntStream.of(colours).allMatch(colour -> (colour & 0xFF) % step == 0)) {
                return depth;
            }
        }
        return 8;
    }

    /** Returns the length of its chunks in a PNG, in bytes. */
    int bytes() {
        int clear = trns().length;
        return AROUND_A_CHUNK + 3 * count + (clear > 0 ? AROUND_A_CHUNK + clear : 0);
    }

    /** Returns the body of PLTE. */
    byte[] plte() {
        byte[] rgb = new byte[count * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (colours[i / 3] >> (16 - 8 * (i % 3)));
        }
        return rgb;
    }

    /** Returns the body of tRNS; empty if all colours are opaque. */
    byte[] trns() {
        int clear = (int)
                IntStream.of(colours).filter(colour -> alpha(colour) < 255).count();
        byte[] alphas = new byte[clear];
        for (int i = 0; i < clear; i++) {
            alphas[i] = (byte) alpha(colours[i]);
        }
        return alphas;
    }

    /** Returns the indices of a picture's pixels, packed into rows of whole bytes. */
    byte[] indices(Picture picture) {
        return packed(picture, depth(), colour -> numbers[slot(colour)]);
    }

    /** Returns the grey levels of a picture's pixels at the given depth, packed into rows of whole bytes. */
    byte[] levels(Picture picture, int depth) {
        int step = 255 / ((1 << depth) - 1);
        return packed(picture, depth, colour -> (colour & 0xFF) / step);
    }

    private static byte[] packed(Picture picture, int depth, IntUnaryOperator sample) {
        int stride = stride(picture.width(), depth);
        byte[] rows = new byte[stride * picture.height()];
        for (int i = 0, y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                int bit = x * depth;
                rows[y * stride + bit / 8] |= (byte) (sample.applyAsInt(picture.argb(i)) << (8 - depth - bit % 8));
            }
        }
        return rows;
    }

    /** Returns the length of a row in bytes, for samples of the given depth in bits. */
    static int stride(int width, int depth) {
        return Math.ceilDiv(width * depth, 8);
    }
}
