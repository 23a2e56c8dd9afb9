package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.png.PngDecoder;
import java.io.IOException;
import java.util.Arrays;

/**
 * The largest picture of an ICO or of a Windows cursor, of several of that size the one with most colours: a PNG, or rows of
 * a BMP with a mask. Others may be damaged.
 */
public final class IcoDecoder implements Decoder {
    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;
    private static final int MOST_ENTRIES = 256;
    /** There is a bit of data for each of them. */
    private static final long NANOS_A_PIXEL = 40;

    private final PngDecoder png = new PngDecoder();

    @Override
    public String name() {
        return "ICO";
    }

    /** Four bytes say too little, so that the first entry has to point behind the directory, too. */
    @Override
    public boolean recognises(byte[] original) {
        return (Bytes.has(original, 0, "\0\0\1\0") || Bytes.has(original, 0, "\0\0\2\0"))
                && original.length >= DIRECTORY + ENTRY
                && count(original) > 0
                && Bytes.little32(original, DIRECTORY + 12) >= DIRECTORY + ENTRY * count(original);
    }

    private static int count(byte[] ico) {
        return Bytes.little16(ico, 4);
    }

    @Override
    public Header header(byte[] original) throws IOException {
        IconEntry best = best(original);
        if (best.png()) {
            return png.header(bytes(original, best));
        }
        IconHeader header = IconHeader.read(original, best.start());
        return new Header(header.width(), header.height(), Orientation.UPRIGHT);
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        IconEntry best = best(original);
        return best.png() ? png.nanos(bytes(original, best), header) : NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        IconEntry best = best(original);
        byte[] picture = bytes(original, best);
        return best.png() ? png.decode(picture, detail) : new Decoded(new IconRows(picture, best.whole()), Colour.SRGB);
    }

    private static byte[] bytes(byte[] ico, IconEntry entry) {
        return Arrays.copyOfRange(ico, entry.start(), entry.end());
    }

    private static IconEntry best(byte[] ico) throws IOException {
        IconEntry best = null;
        int entries = Math.min(count(ico), MOST_ENTRIES);
        for (int i = 0; i < entries && DIRECTORY + ENTRY * (i + 1) <= ico.length; i++) {
            IconEntry entry = IconEntry.read(ico, DIRECTORY + ENTRY * i);
            if (entry != null && (best == null || IconEntry.BY_WORTH.compare(entry, best) > 0)) {
                best = entry;
            }
        }
        if (best == null) {
            throw new IOException("None of " + count(ico) + " pictures is there");
        }
        return best;
    }
}
