package io.edgepix.quality.damage;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The size fields in the header of a format, and the checksums of that header. */
interface HeaderSizes {
    /** Tells whether the picture starts with the bytes of the format. */
    boolean recognises(byte[] picture);

    /** Returns the fields of a picture. All are within its bytes. */
    List<SizeField> fields(byte[] picture);

    /** Corrects the checksums of the headers. */
    default void seal(byte[] picture) {}

    /** Tells whether an ISO 8859-1 text is at an offset. */
    static boolean has(byte[] picture, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + bytes.length > picture.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (picture[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the fields that lie within the picture. */
    static List<SizeField> within(byte[] picture, List<SizeField> fields) {
        return fields.stream().filter(field -> field.fits(picture)).toList();
    }
}
