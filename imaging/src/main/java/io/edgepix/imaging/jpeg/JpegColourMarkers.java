package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.bytes.Bytes;

/**
 * Tells what the components of a JPEG are, by the markers that say so and by their names, as libjpeg's
 * default_decompress_parms does and so every browser.
 *
 * <p>JFIF's marker means luma and chroma, whatever Adobe's says. Of four components Adobe's alone counts. Of several of
 * Adobe's the last one counts.
 */
final class JpegColourMarkers {
    private static final String JFIF = "JFIF\0";
    private static final String ADOBE = "Adobe";
    /** Bytes after the length without which a marker is another application's. */
    private static final int JFIF_LENGTH = 14;

    private static final int ADOBE_LENGTH = 12;
    private static final int TRANSFORM = 11;

    private boolean jfif;
    private int transform = -1;

    /** Takes a segment into account; the body lies from its length on. */
    void segment(int marker, byte[] jpeg, int body, int end) {
        if (marker == 0xE0 && Bytes.has(jpeg, body, JFIF) && end - body >= JFIF_LENGTH) {
            jfif = true;
        } else if (marker == 0xEE && Bytes.has(jpeg, body, ADOBE) && end - body >= ADOBE_LENGTH) {
            transform = jpeg[body + TRANSFORM] & 0xFF;
        }
    }

    /** Whether Adobe's marker is there. */
    private boolean isAdobe() {
        return transform >= 0;
    }

    /** Whether the first three components are luma and chroma. */
    boolean isYcc(JpegHeader header) {
        return switch (header.components()) {
            case 3 -> jfif || (isAdobe() ? transform != 0 : !isRgb(header));
            case 4 -> transform > 0;
            default -> false;
        };
    }

    /** By the names alone, or by the process: lossless JPEGs are stored as RGB. */
    private static boolean isRgb(JpegHeader header) {
        boolean named = header.name(0) == 'R' && header.name(1) == 'G' && header.name(2) == 'B';
        return named || header.isLossless();
    }
}
