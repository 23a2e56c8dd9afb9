package io.edgepix.bench;

import com.google.gson.annotations.SerializedName;

/**
 * One case, both sides.
 *
 * @param name what was measured
 * @param picture a file's name, or {@code all}
 * @param box the size asked for, or {@code all}
 * @param engineValue ours, in the unit
 * @param peerValue theirs, in the unit
 * @param ratio ours by theirs: under 1 is better
 * @param runs how many of each side
 */
record Row(
        @SerializedName("case") String name,
        String picture,
        String box,
        String format,
        String engine,
        String peer,
        double engineValue,
        double peerValue,
        String unit,
        double ratio,
        int runs) {

    static Row of(String name, Shot shot, Value ours, Value theirs, String unit, int runs) {
        return of(name, shot.picture(), shot.box(), ours, theirs, unit, runs);
    }

    static Row of(String name, String picture, String box, Value ours, Value theirs, String unit, int runs) {
        return new Row(
                name,
                picture,
                box,
                Shot.FORMAT,
                ours.engine(),
                theirs.engine(),
                ours.value(),
                theirs.value(),
                unit,
                ours.value() / theirs.value(),
                runs);
    }

    /** What one side had. */
    record Value(String engine, double value) {}
}
