package io.edgepix.bench.edge;

import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.derivative.Key;

/**
 * One derivative that every function renders.
 *
 * @param picture the original's key
 * @param box as {@code WxH}
 */
public record EdgeCase(String picture, String box) {
    /** Both sides render WebP. */
    public static final String FORMAT = "webp";

    /** Returns the path of the derivative, percent-encoded. */
    public String uri() {
        return "/" + box + "/" + FORMAT + new Key(picture).path();
    }

    /** Returns the key of the derivative. */
    public String key() {
        return box + "/" + FORMAT + "/" + picture;
    }

    /** Returns a row with a result of this case. */
    public ResultRow row(String name, ResultRow.Value ours, ResultRow.Value theirs, String unit, int runs) {
        return ResultRow.of(new ResultRow.Case(name, picture, box, FORMAT), ours, theirs, unit, runs);
    }

    /** Returns a row with rates of this case. Higher rates are better. */
    ResultRow rate(String name, ResultRow.Value ours, ResultRow.Value theirs, String unit, int runs) {
        return ResultRow.ofRate(new ResultRow.Case(name, picture, box, FORMAT), ours, theirs, unit, runs);
    }
}
