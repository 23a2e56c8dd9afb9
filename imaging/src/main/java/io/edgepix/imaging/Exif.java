package io.edgepix.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that is wanted of EXIF and TIFF tags.
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
        if (tiff == null) {
            return Orientation.UPRIGHT;
        }
        try {
            return orientation(ByteBuffer.wrap(tiff));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation orientation(ByteBuffer tiff) {
        boolean little = tiff.get(0) == 'I';
        tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int count = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                boolean isShort = tiff.getShort(entry + 2) == SHORT;
                return Orientation.ofExif(isShort ? tiff.getShort(entry + 8) & 0xFFFF : tiff.getInt(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
