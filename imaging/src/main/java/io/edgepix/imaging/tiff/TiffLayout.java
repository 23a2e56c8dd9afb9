package io.edgepix.imaging.tiff;

import io.edgepix.imaging.exif.TiffDirectory;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Describes how the samples of a TIFF's first picture are stored. Reads the directory of the picture (TIFF 6.0, and
 * Adobe Photoshop TIFF Technical Note 3).
 */
final class TiffLayout {
    static final int WHITE_IS_ZERO = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int CMYK = 5;
    static final int YCC = 6;
    static final int CIELAB = 8;
    static final int ICCLAB = 9;

    static final int NONE = 1;
    static final int LZW = 5;
    static final int PACK_BITS = 32773;

    static final int DIFFERENCES = 2;
    static final int FLOAT_DIFFERENCES = 3;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_STARTS = 273;
    private static final int SAMPLES = 277;
    private static final int STRIP_HEIGHT = 278;
    private static final int STRIP_LENGTHS = 279;
    private static final int PLANAR = 284;
    private static final int PREDICTOR = 317;
    private static final int COLOURS = 320;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_STARTS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int INK_SET = 332;
    private static final int INK_COUNT = 334;
    private static final int EXTRA = 338;
    private static final int FORMAT = 339;

    private static final int SEPARATE = 2;
    private static final int FLOATING = 3;
    private static final int MOST_SAMPLES = 64;

    /** The compressions that are read without ImageIO: none, LZW, deflate by two numbers, and PackBits. */
    private static final Set<Integer> COMPRESSIONS = Set.of(NONE, LZW, 8, 32946, PACK_BITS);
    /**
     * The compressions that use a predictor. For others libtiff ignores the tag, which some files contain by mistake.
     */
    private static final Set<Integer> PREDICTED = Set.of(LZW, 8, 32946);
    /**
     * The photometric interpretations that are read without ImageIO: grey from white or black, RGB, palette, CMYK, and
     * Lab with signed or unsigned chroma.
     */
    private static final Set<Integer> PHOTOMETRICS = Set.of(0, 1, RGB, PALETTE, CMYK, CIELAB, ICCLAB);

    private static final Set<Integer> FLOATS = Set.of(16, 24, 32, 64);

    final int width;
    final int height;
    final int compression;
    final int photometric;
    final int predictor;
    final boolean separate;
    final boolean tiled;
    final ByteOrder order;
    final boolean reversed;
    final boolean floating;
    final int partWidth;
    final int partHeight;

    private final TiffDirectory directory;
    private final int[] bits;
    private final long[] formats;

    TiffLayout(TiffDirectory directory) throws IOException {
        this.directory = directory;
        this.width = side(WIDTH);
        this.height = side(HEIGHT);
        this.compression = number(COMPRESSION, NONE);
        int samples = number(SAMPLES, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IOException("Expected 1 to " + MOST_SAMPLES + " samples per pixel, got " + samples);
        }
        this.photometric = number(PHOTOMETRIC, samples < 3 ? 1 : RGB);
        this.predictor = PREDICTED.contains(compression) ? number(PREDICTOR, 1) : 1;
        this.separate = number(PLANAR, 1) == SEPARATE && samples > 1;
        this.order = directory.order();
        this.reversed = number(FILL_ORDER, 1) == 2;
        this.formats = directory.numbers(FORMAT);
        this.floating = formats.length > 0 && formats[0] == FLOATING;
        this.bits = depths(samples);
        this.tiled = directory.numbers(TILE_WIDTH).length > 0;
        this.partWidth = tiled ? side(TILE_WIDTH) : width;
        this.partHeight = tiled ? side(TILE_HEIGHT) : Math.min(height, stripHeight());
    }

    private int number(int tag, int otherwise) {
        long[] numbers = directory.numbers(tag);
        return numbers.length == 0 ? otherwise : (int) Math.min(numbers[0], Integer.MAX_VALUE);
    }

    private int side(int tag) throws IOException {
        int side = number(tag, 0);
        if (side < 1) {
            throw new IOException("Tag " + tag + ": expected a number over 0, got " + side);
        }
        return side;
    }

    private int stripHeight() {
        int stated = number(STRIP_HEIGHT, height);
        return stated < 1 ? height : stated;
    }

    private int[] depths(int samples) {
        long[] stated = directory.numbers(BITS);
        int[] all = new int[samples];
        for (int i = 0; i < samples; i++) {
            long one = stated.length == 0 ? 1 : stated[Math.min(i, stated.length - 1)];
            all[i] = (int) Math.min(one, Integer.MAX_VALUE);
        }
        return all;
    }

    /** Tells whether the samples are read without ImageIO. Fax, JPEG, and luma with chroma need its reader. */
    boolean isPlain() {
        return COMPRESSIONS.contains(compression) && PHOTOMETRICS.contains(photometric);
    }

    /** Throws if the format, the depth, the predictor or the number of samples is not supported. */
    void check() throws UnrenderableException, IOException {
        for (long format : formats) {
            checkFormat(format);
        }
        for (int each : bits) {
            checkDepth(each);
        }
        checkPredictor();
        if (photometric == CMYK && (number(INK_SET, 1) != 1 || number(INK_COUNT, 4) != 4)) {
            throw UnrenderableException.unsupported("TIFF with inks other than cyan, magenta, yellow and black");
        }
        if (isLab() && bits.length < colours()) {
            throw UnrenderableException.unsupported("Lab TIFF with " + bits.length + " samples instead of 3");
        }
        if (bits.length < colours()) {
            throw new IOException("Expected " + colours() + " samples per pixel, got " + bits.length);
        }
    }

    /** Throws if ImageIO's reader does not support the samples, either. */
    void checkOther() throws UnrenderableException {
        if (photometric == YCC && bits[0] != 8) {
            throw UnrenderableException.unsupported("TIFF with luma and chroma of " + bits[0] + " bits");
        }
        if (photometric != YCC && !PHOTOMETRICS.contains(photometric)) {
            throw UnrenderableException.unsupported("TIFF with photometric interpretation " + photometric);
        }
    }

    private void checkFormat(long format) throws UnrenderableException {
        if (format == 2) {
            throw UnrenderableException.unsupported("TIFF with signed samples");
        }
        if (format == 5 || format == 6) {
            throw UnrenderableException.unsupported("TIFF with complex samples");
        }
        if ((format == FLOATING) != floating) {
            throw UnrenderableException.unsupported("TIFF with samples of several formats");
        }
    }

    private void checkDepth(int depth) throws UnrenderableException {
        if (isLab() && (floating || (bits[0] != 8 && bits[0] != 16) || depth != bits[0])) {
            throw UnrenderableException.unsupported(depth + "-bit Lab TIFF");
        }
        if (floating && (!FLOATS.contains(depth) || depth != bits[0])) {
            throw UnrenderableException.unsupported("TIFF with floating-point samples of " + depth + " bits");
        }
        if (depth < 1 || depth > 64 || (photometric == PALETTE && (floating || bits[0] > 16))) {
            throw UnrenderableException.unsupported("TIFF with samples of " + depth + " bits");
        }
    }

    private void checkPredictor() throws UnrenderableException {
        boolean known = switch (predictor) {
            case 1 -> true;
            case DIFFERENCES -> Arrays.stream(bits).allMatch(each -> each == bits[0] && each % 8 == 0);
            case FLOAT_DIFFERENCES -> floating;
            default -> false;
        };
        if (!known) {
            throw UnrenderableException.unsupported(
                    "TIFF with predictor " + predictor + " and samples of " + bits[0] + " bits");
        }
    }

    boolean isLab() {
        return photometric == CIELAB || photometric == ICCLAB;
    }

    /** Returns the number of samples of a pixel that are colours or palette indices. */
    int colours() {
        return switch (photometric) {
            case CMYK -> 4;
            case RGB, CIELAB, ICCLAB -> 3;
            default -> 1;
        };
    }

    /**
     * Returns the meaning of the sample after the colours: 1 for alpha that is multiplied into the colours, 2 for
     * straight alpha, 0 for an unspecified sample. Empty if there is no such sample.
     */
    OptionalInt extra() {
        if (bits.length == colours()) {
            return OptionalInt.empty();
        }
        long[] extra = directory.numbers(EXTRA);
        return OptionalInt.of(extra.length == 0 ? 0 : (int) extra[0]);
    }

    long[] palette() {
        return directory.numbers(COLOURS);
    }

    long[] starts() {
        return directory.numbers(tiled ? TILE_STARTS : STRIP_STARTS);
    }

    long[] lengths() {
        return directory.numbers(tiled ? TILE_LENGTHS : STRIP_LENGTHS);
    }

    int samples() {
        return bits.length;
    }

    /** Returns the number of planes: one for each sample if samples are stored separately, else 1. */
    int planes() {
        return separate ? bits.length : 1;
    }

    /** Returns the bit depths of a pixel's samples in a plane. */
    int[] bits(int plane) {
        return separate ? new int[] {bits[plane]} : bits;
    }

    /** Returns the length in bytes of a row of pixels in a plane. */
    int rowBytes(int plane, int pixels) {
        long sum = 0;
        for (int each : bits(plane)) {
            sum += each;
        }
        return Math.toIntExact((sum * pixels + 7) / 8);
    }
}
