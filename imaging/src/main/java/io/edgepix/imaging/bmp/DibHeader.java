package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The header of the device-independent bitmap in a BMP. A header of Windows has 12, 40, 52, 56, 108 or 124 bytes. A
 * header of OS/2 has 16 to 64 bytes.
 *
 * <p>If Microsoft's documentation is ambiguous, Chromium's behaviour decides.
 */
final class DibHeader {
    private static final int CORE = 12;
    private static final int INFO = 40;
    private static final int ALPHA_MASK = 56;
    private static final int PROFILED = 124;
    private static final Set<Integer> WITH_MASKS = Set.of(52, ALPHA_MASK, 108, PROFILED);
    private static final int LEAST_OS2 = 16;
    private static final int MOST_OS2 = 64;
    private static final Set<Integer> ODD_OS2 = Set.of(42, 46);

    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16, 24, 32);
    private static final int BIT_FIELDS = 3;
    private static final int ALPHA_BIT_FIELDS = 6;
    private static final int EMBEDDED_PROFILE = 0x4D424544;

    /** How pixels are stored: {@code PLAIN} is uncompressed, and the others are run lengths. */
    enum Coding {
        PLAIN,
        RLE8,
        RLE4,
        RLE24
    }

    final int width;
    final int height;
    final boolean topDown;
    final int bits;
    final Coding coding;

    private final byte[] file;
    private final int at;
    private final int size;
    private final int compression;

    /** The masks of red, green, blue and alpha. */
    private final int[] masks = new int[4];

    private final int paletteStart;
    private final int paletteSize;
    private final int dataStart;

    private DibHeader(byte[] file, int at, int data) throws IOException, UnrenderableException {
        this.file = file;
        this.at = at;
        this.size = size();
        int rows = size == CORE ? Bytes.little16(file, at + 6) : Bytes.little32(file, at + 8);
        this.width = size == CORE ? Bytes.little16(file, at + 4) : Bytes.little32(file, at + 4);
        this.height = Math.abs(rows);
        this.topDown = rows < 0;
        this.bits = Bytes.little16(file, at + (size == CORE ? 10 : 14));
        this.compression = size < 20 ? 0 : Bytes.little32(file, at + 16);
        if (width < 1 || height < 1) {
            throw new IOException("Expected a width and a height over 0, got " + width + "x" + rows);
        }
        check(data);
        this.coding = coding();
        readMasks();
        int end = at + size;
        boolean masksFollow = bits > 8 && coding == Coding.PLAIN && compression != 0 && !WITH_MASKS.contains(size);
        this.paletteStart = end + (masksFollow ? (compression == ALPHA_BIT_FIELDS ? 16 : 12) : 0);
        int room = (data > 0 ? Math.min(data, file.length) : file.length) - paletteStart;
        int stated = bits > 8 ? 0 : colours();
        this.paletteSize = Math.clamp(room / entry(), 0, stated);
        this.dataStart = data > 0 ? data : paletteStart + stated * entry();
        if (dataStart < end) {
            throw new IOException("Expected pixels after the header's end at " + end + ", got " + dataStart);
        }
    }

    /**
     * Reads a header and checks that its kind is supported.
     *
     * @param at the offset of the header
     * @param data the offset of the pixels; 0 if they follow the header
     * @throws IOException if the header is damaged
     */
    static DibHeader read(byte[] file, int at, int data) throws IOException, UnrenderableException {
        return new DibHeader(file, at, data);
    }

    private int size() throws IOException {
        int stated = file.length - at < CORE ? 0 : Bytes.little32(file, at);
        boolean os2 = stated >= LEAST_OS2 && stated <= MOST_OS2 && (stated % 4 == 0 || ODD_OS2.contains(stated));
        boolean known = stated == CORE || stated == INFO || WITH_MASKS.contains(stated) || os2;
        if (!known || file.length - at < stated) {
            throw new IOException("Expected a header of 12 to 124 bytes, got " + stated);
        }
        return stated;
    }

    private void check(int data) throws UnrenderableException {
        if (compression == BIT_FIELDS && bits == 1) {
            throw UnrenderableException.unsupported("BMP in OS/2's Huffman coding");
        }
        boolean runs = compression == 4 && bits == 24 && !Bytes.has(file, data, "\u00FF\u00D8\u00FF");
        if ((compression == 4 && !runs) || compression == 5) {
            throw UnrenderableException.unsupported("BMP that holds a JPEG or PNG");
        }
        if (compression < 0 || compression > ALPHA_BIT_FIELDS) {
            throw UnrenderableException.unsupported("BMP with compression " + compression);
        }
        if (!DEPTHS.contains(bits)) {
            throw UnrenderableException.unsupported(bits + "-bit BMP");
        }
        boolean fields = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
        boolean otherRuns = (compression == 1 && bits != 8) || (compression == 2 && bits != 4);
        if (otherRuns || (fields && bits != 16 && bits != 32)) {
            throw UnrenderableException.unsupported(bits + "-bit BMP with compression " + compression);
        }
    }

    private Coding coding() {
        return switch (compression) {
            case 1 -> Coding.RLE8;
            case 2 -> Coding.RLE4;
            case 4 -> Coding.RLE24;
            default -> Coding.PLAIN;
        };
    }

    /**
     * Reads the bit fields as browsers do. Alpha without a mask is ignored. In a BMP without bit fields, an alpha mask
     * is used only if the header is long.
     */
    private void readMasks() throws IOException, UnrenderableException {
        boolean fields = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
        int first = WITH_MASKS.contains(size) ? at + INFO : at + size;
        for (int i = 0; i < 3; i++) {
            int plain = bits == 16 ? 0x7C00 >> (5 * i) : 0xFF0000 >> (8 * i);
            masks[i] = fields ? word(first + 4 * i) : plain;
        }
        boolean inHeader = size >= ALPHA_MASK && WITH_MASKS.contains(size);
        if (inHeader && (fields || (size > ALPHA_MASK && bits == 32))) {
            masks[3] = word(first + 12);
        } else if (compression == ALPHA_BIT_FIELDS) {
            masks[3] = word(first + 12);
        }
        if (bits > 8) {
            checkMasks();
        }
    }

    private int word(int start) throws IOException {
        if (start > file.length - 4) {
            throw new IOException("Expected a mask at " + start + ", got the end of the file at " + file.length);
        }
        return Bytes.little32(file, start);
    }

    private void checkMasks() throws UnrenderableException {
        for (int i = 0; i < masks.length; i++) {
            masks[i] &= bits == 32 ? -1 : (1 << bits) - 1;
            int run = masks[i] >>> Integer.numberOfTrailingZeros(masks[i]);
            if (masks[i] != 0 && (run & (run + 1)) != 0) {
                throw UnrenderableException.unsupported("BMP with bit fields that have gaps");
            }
        }
    }

    private int colours() {
        int most = 1 << bits;
        int stated = size < 36 ? 0 : Bytes.little32(file, at + 32);
        return stated < 1 || stated > most ? most : stated;
    }

    private int entry() {
        return size == CORE ? 3 : 4;
    }

    /**
     * Returns the mask of the bits of a pixel that store red (0), green (1), blue (2) or alpha (3); 0 if there are
     * none.
     */
    int mask(int band) {
        return masks[band];
    }

    /** Returns 256 colours of the palette as 0xFFRRGGBB; colours that the file lacks are black. */
    int[] palette() {
        int[] palette = new int[256];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = 0xFF000000 | (i < paletteSize ? Bytes.little24(file, paletteStart + i * entry()) : 0);
        }
        return palette;
    }

    /** Returns the offset of the pixels in the file. */
    int dataStart() {
        return dataStart;
    }

    /** Returns the number of bytes of a row, which is padded to a multiple of four. */
    int stride() {
        return Math.toIntExact(((long) width * bits + 31) / 32 * 4);
    }

    /** Returns the number of bytes of a row's pixels, without padding. */
    int rowBytes() {
        return Math.toIntExact(((long) width * bits + 7) / 8);
    }

    /** Returns the embedded ICC profile; empty if there is none or it is cut short. */
    Optional<byte[]> profile() {
        if (size != PROFILED || Bytes.little32(file, at + 56) != EMBEDDED_PROFILE) {
            return Optional.empty();
        }
        int start = Bytes.little32(file, at + 112);
        int length = Bytes.little32(file, at + 116);
        boolean there = start >= 0 && length > 0 && start <= file.length - at && length <= file.length - at - start;
        return there ? Optional.of(Arrays.copyOfRange(file, at + start, at + start + length)) : Optional.empty();
    }
}
