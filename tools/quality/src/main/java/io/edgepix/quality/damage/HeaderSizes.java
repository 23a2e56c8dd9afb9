package io.edgepix.quality.damage;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the header of a format says how large the picture is, and what keeps such a header valid. */
interface HeaderSizes {
    /** Whether the first bytes are of the format. */
    boolean recognises(byte[] picture);

    /** The fields that there are, all of them within the picture. */
    List<SizeField> fields(byte[] picture);

    /** Makes checksums of headers right again. */
    default void seal(byte[] picture) {}

    /** Whether there is a text of ISO 8859-1 at an offset. */
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

    /** Those fields that lie in the picture. */
    static List<SizeField> within(byte[] picture, List<SizeField> fields) {
        return fields.stream().filter(field -> field.fits(picture)).toList();
    }
}
