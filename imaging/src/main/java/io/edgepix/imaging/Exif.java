package io.edgepix.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that are wanted of EXIF and TIFF tags.
 *
 * <p>Only the first directory's entries are walked: the rest, maker's notes above all, is where such data
 * is broken or hostile, and an orientation must not be lost with it.
 */
final class Exif {
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /** Of a TIFF structure that begins with its byte order; upright where it says nothing readable. */
    static Orientation orientation(byte @Nullable [] tiff) {
        return Orientation.ofExif(tag(tiff, ORIENTATION));
    }

    /** The first directory's number of that tag, the first of several, or -1 where there is none that can be read. */
    static int tag(byte @Nullable [] tiff, int tag) {
        if (tiff == null) {
            return -1;
        }
        try {
            return tag(ByteBuffer.wrap(tiff), tag);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    private static int tag(ByteBuffer tiff, int tag) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int count = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == tag) {
                boolean isShort = tiff.getShort(entry + 2) == SHORT;
                int value = isShort && tiff.getInt(entry + 4) > 2 ? tiff.getInt(entry + 8) : entry + 8;
                return isShort ? tiff.getShort(value) & 0xFFFF : tiff.getInt(value);
            }
        }
        return -1;
    }
}
