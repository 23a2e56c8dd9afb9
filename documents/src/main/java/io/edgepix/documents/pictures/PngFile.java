package io.edgepix.documents.pictures;

import java.nio.ByteBuffer;

/** Reads the chunks of a PNG file. */
final class PngFile {
    private static final int COLOUR_TYPE = 25;
    private static final int ALPHA = 4;
    private static final int FIRST_CHUNK = 8;
    private static final int AROUND_CHUNK = 12;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;

    private PngFile() {}

    /** Tells whether a PNG has transparency. */
    static boolean isTransparent(byte[] png) {
        if ((png[COLOUR_TYPE] & ALPHA) != 0) {
            return true;
        }
        ByteBuffer buffer = ByteBuffer.wrap(png);
        for (int chunk = FIRST_CHUNK; chunk + FIRST_CHUNK <= png.length; ) {
            int type = buffer.getInt(chunk + 4);
            if (type == TRNS || type == IDAT) {
                return type == TRNS;
            }
            chunk += AROUND_CHUNK + buffer.getInt(chunk);
        }
        return false;
    }
}
