package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;
import java.util.OptionalInt;

/**
 * Tells the colour space of a JPEG by its markers and by the names of its components, as libjpeg's
 * default_decompress_parms and every browser do.
 *
 * <p>A JFIF marker means luma and chroma, even if an Adobe marker says otherwise. For four components only an Adobe
 * marker counts. If there are several Adobe markers, the last one counts.
 */
final class JpegColourMarkers {
    private static final String JFIF = "JFIF\0";
    private static final String ADOBE = "Adobe";
    /** The minimum length of the body of a JFIF marker, in bytes. Shorter ones belong to other applications. */
    private static final int JFIF_LENGTH = 14;

    private static final int ADOBE_LENGTH = 12;
    private static final int TRANSFORM = 11;

    private boolean jfif;
    /** The conversion that the Adobe marker states: 0 for none. */
    private OptionalInt transform = OptionalInt.empty();

    /**
     * Takes a segment into account.
     *
     * @param marker the second byte of its marker
     * @param body the offset after its length field
     * @param end the offset after the segment
     */
    void segment(int marker, byte[] jpeg, int body, int end) {
        if (marker == 0xE0 && Bytes.has(jpeg, body, JFIF) && end - body >= JFIF_LENGTH) {
            jfif = true;
        } else if (marker == 0xEE && Bytes.has(jpeg, body, ADOBE) && end - body >= ADOBE_LENGTH) {
            transform = OptionalInt.of(jpeg[body + TRANSFORM] & 0xFF);
        }
    }

    /**
     * Tells whether the first three components are luma and chroma.
     *
     * @param rgb whether three components are RGB if there is no such marker
     */
    boolean isYcc(int components, boolean rgb) {
        return switch (components) {
            case 3 -> jfif || (transform.isPresent() ? transform.getAsInt() != 0 : !rgb);
            case 4 -> transform.orElse(0) != 0;
            default -> false;
        };
    }
}
