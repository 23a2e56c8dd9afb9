package io.edgepix.imaging.bmp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.png.PngOriginal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes the largest picture of an ICO or a Windows cursor. If several have that size, decodes the one with the most
 * bits per pixel. The picture is a PNG, or the rows of a BMP with a mask. Other pictures of the file may be damaged.
 */
public final class IcoDecoder implements Decoder {
    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;
    private static final int MOST_ENTRIES = 256;

    /** Decoding time of a pixel in nanoseconds. Each pixel takes at least one bit of the file. */
    private static final long NANOS_A_PIXEL = 40;

    /** A PNG inside an ICO. It hides the type of the PNG, so that renderers do not treat it as a PNG file. */
    private record PngPicture(PngOriginal png) implements Original {
        @Override
        public Header header() {
            return png.header();
        }

        @Override
        public long nanos() {
            return png.nanos();
        }

        @Override
        public Samples decode(Detail detail) throws IOException {
            return png.decode(detail);
        }
    }

    /** A picture that is stored as rows of a BMP. */
    @SuppressWarnings("ArrayRecordComponent") // the array is not copied, and records are not compared
    private record BitmapOriginal(byte[] picture, IconHeader icon, boolean whole) implements Original {
        @Override
        public Header header() {
            return new Header(icon.width(), icon.height(), Orientation.UPRIGHT);
        }

        @Override
        public long nanos() {
            return NANOS_A_PIXEL * icon.width() * icon.height();
        }

        @Override
        public Samples decode(Detail detail) throws IOException {
            return new Samples(new IconRows(picture, icon, whole), Colour.SRGB);
        }
    }

    @Override
    public String name() {
        return "ICO";
    }

    /**
     * Tells whether the bytes are an ICO. A signature of four bytes is too weak, so the first entry must also point
     * past the directory.
     */
    @Override
    public boolean recognises(byte[] bytes) {
        return (Bytes.has(bytes, 0, "\0\0\1\0") || Bytes.has(bytes, 0, "\0\0\2\0"))
                && bytes.length >= DIRECTORY + ENTRY
                && count(bytes) > 0
                && Bytes.little32(bytes, DIRECTORY + 12) >= DIRECTORY + ENTRY * count(bytes);
    }

    private static int count(byte[] ico) {
        return Bytes.little16(ico, 4);
    }

    @Override
    public Original open(byte[] bytes) throws IOException {
        IconEntry best = best(bytes);
        byte[] picture = Arrays.copyOfRange(bytes, best.start(), best.end());
        return best.header() == null
                ? new PngPicture(PngOriginal.open(picture))
                : new BitmapOriginal(picture, best.header(), best.whole());
    }

    private static IconEntry best(byte[] ico) throws IOException {
        List<IconEntry> found = new ArrayList<>();
        int entries = Math.min(count(ico), MOST_ENTRIES);
        for (int i = 0; i < entries && DIRECTORY + ENTRY * (i + 1) <= ico.length; i++) {
            IconEntry.read(ico, DIRECTORY + ENTRY * i).ifPresent(found::add);
        }
        return found.stream()
                .max(IconEntry.BY_WORTH)
                .orElseThrow(() -> new IOException("Expected a picture, got none in " + count(ico) + " entries"));
    }
}
