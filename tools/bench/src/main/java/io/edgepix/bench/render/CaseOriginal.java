package io.edgepix.bench.render;

import io.edgepix.comparison.picture.Pixels;

/**
 * An original of a case.
 *
 * @param name the name of its file
 * @param upright all pixels, turned upright
 */
@SuppressWarnings("ArrayRecordComponent") // compared only by identity
public record CaseOriginal(String name, byte[] bytes, Pixels upright) {
    private static final int MARKER = 0xFF;
    private static final int SOI = 0xD8;
    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;

    boolean isJpeg() {
        return at(0) == MARKER && at(1) == SOI;
    }

    boolean isProgressive() {
        return isJpeg() && frame() == SOF2;
    }

    /** Returns the frame marker of a JPEG, which defines the coding. */
    private int frame() {
        int offset = 2;
        while (offset + 3 < bytes.length && (at(offset + 1) < SOF0 || at(offset + 1) > SOF2)) {
            offset += 2 + (at(offset + 2) << 8 | at(offset + 3));
        }
        return at(offset + 1);
    }

    private int at(int offset) {
        return offset < bytes.length ? bytes[offset] & 0xFF : -1;
    }

    /** Tells whether every box is at most an eighth of the original in width or height. */
    boolean isEighth(Conversion conversion) {
        return conversion.boxes().stream()
                .allMatch(box -> (box.width() > 0 && box.width() * 8 <= upright.width())
                        || (box.height() > 0 && box.height() * 8 <= upright.height()));
    }
}
