package io.edgepix.bench;

import io.edgepix.derivative.Key;

/**
 * One derivative to be made.
 *
 * @param picture the original's key
 * @param box as {@code WxH}
 */
record Shot(String picture, String box) {
    /** WebP, as both sides make it. */
    static final String FORMAT = "webp";

    /** Its path, percent-encoded. */
    String uri() {
        return "/" + box + "/" + FORMAT + new Key(picture).path();
    }

    /** Its key. */
    String key() {
        return box + "/" + FORMAT + "/" + picture;
    }

    /** Returns a row of a result of this case. */
    Row row(String name, Row.Value ours, Row.Value theirs, String unit, int runs) {
        return Row.of(name, picture, box, FORMAT, ours, theirs, unit, runs);
    }

    /** Returns a row of rates of this case, of which more is better. */
    Row rate(String name, Row.Value ours, Row.Value theirs, String unit, int runs) {
        return Row.ofRate(name, picture, box, FORMAT, ours, theirs, unit, runs);
    }
}
