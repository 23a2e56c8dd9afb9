package io.edgepix.imaging;

import java.io.IOException;
import java.util.Arrays;

/** The largest picture of an ICO, of several of that size the one with most colours: a PNG, or rows of a BMP with a mask. */
final class IcoDecoder implements Decoder {
    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;
    /** There is a bit of data for each of them. */
    private static final long NANOS_A_PIXEL = 40;

    private final PngDecoder png = new PngDecoder();

    @Override
    public String name() {
        return "ICO";
    }

    /** Four bytes say too little, so that the first entry has to be one, too. */
    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "\0\0\1\0")
                && original.length >= DIRECTORY + ENTRY
                && count(original) > 0
                && original[DIRECTORY + 3] == 0
                && Bytes.little32(original, DIRECTORY + 12) >= DIRECTORY + ENTRY * count(original);
    }

    private static int count(byte[] ico) {
        return Bytes.little16(ico, 4);
    }

    @Override
    public Header header(byte[] original) throws IOException {
        byte[] picture = best(original);
        if (png.recognises(picture)) {
            return png.header(picture);
        }
        IconHeader header = IconHeader.read(picture);
        return new Header(header.width(), header.height(), Orientation.UPRIGHT);
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        byte[] picture = best(original);
        return png.recognises(picture) ? png.nanos(picture, header) : NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        byte[] picture = best(original);
        return png.recognises(picture)
                ? png.decode(picture, detail)
                : new Decoded(new IconRows(picture, IconHeader.read(picture)), Colour.SRGB);
    }

    private static byte[] best(byte[] ico) throws IOException {
        int best = -1;
        for (int i = 0; i < count(ico) && DIRECTORY + ENTRY * (i + 1) <= ico.length; i++) {
            int entry = DIRECTORY + ENTRY * i;
            if (isThere(ico, entry) && (best < 0 || isBetter(ico, entry, best))) {
                best = entry;
            }
        }
        if (best < 0) {
            throw new IOException("None of " + count(ico) + " pictures is whole");
        }
        int start = Bytes.little32(ico, best + 12);
        return Arrays.copyOfRange(ico, start, start + Bytes.little32(ico, best + 8));
    }

    private static boolean isThere(byte[] ico, int entry) {
        int length = Bytes.little32(ico, entry + 8);
        int start = Bytes.little32(ico, entry + 12);
        return length > 0 && start > 0 && start <= ico.length - length;
    }

    private static boolean isBetter(byte[] ico, int entry, int other) {
        int more = Integer.compare(pixels(ico, entry), pixels(ico, other));
        return more == 0 ? Bytes.little16(ico, entry + 6) > Bytes.little16(ico, other + 6) : more > 0;
    }

    private static int pixels(byte[] ico, int entry) {
        return side(ico[entry]) * side(ico[entry + 1]);
    }

    /** 256 does not fit into a byte. */
    private static int side(byte stored) {
        return stored == 0 ? 256 : stored & 0xFF;
    }
}
