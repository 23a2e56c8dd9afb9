package io.edgepix.imaging.originals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes EXIF's TIFF structures. */
public final class ExifMaker {
    private ExifMaker() {}

    /** Returns a big-endian TIFF structure with only an orientation. */
    public static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26);
        exif.put(FileEdits.ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    /** Returns a little-endian TIFF structure with only an orientation. */
    public static byte[] littleExif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        exif.put(FileEdits.ascii("II")).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    /** Returns a TIFF structure with a second directory, whose thumbnail claims to be longer than the data. */
    public static byte[] exifWithThumbnail(int orientation, int length) {
        ByteBuffer exif = ByteBuffer.allocate(26 + 30 + length);
        exif.put(exif(orientation), 0, 22).putInt(26);
        exif.putShort((short) 2)
                .putShort((short) 513)
                .putShort((short) 4)
                .putInt(1)
                .putInt(56);
        exif.putShort((short) 514)
                .putShort((short) 4)
                .putInt(1)
                .putInt(length * 2)
                .putInt(0);
        exif.put(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xDA});
        return exif.array();
    }
}
