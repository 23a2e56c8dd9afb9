package io.edgepix.bench.measurement;

import com.google.gson.annotations.SerializedName;
import org.jspecify.annotations.Nullable;

/**
 * The result of one case for both sides; null stands for a value that does not apply or that a side cannot deliver.
 *
 * @param name the measured quantity
 * @param picture a file's name, or {@code all}
 * @param box the size asked for, or {@code all}
 * @param format the format of the derivative
 * @param engineValue ours, in the unit; a median of many runs
 * @param peerValue theirs, in the unit; a median of many runs
 * @param ratio ours by theirs, or theirs by ours for a rate: under 1 is better
 * @param bytesRatio the size of our derivative by that of theirs
 * @param ssimDb similarity of our derivative to the reference, in decibels
 * @param peerSsimDb similarity of their derivative to the reference, in decibels
 * @param runs the number of runs of each side
 */
public record ResultRow(
        @SerializedName("case") String name,
        String picture,
        String box,
        String format,
        String engine,
        String peer,
        @Nullable Double engineValue,
        @Nullable Double peerValue,
        String unit,
        @Nullable Double ratio,
        @Nullable Double bytesRatio,
        @Nullable Double ssimDb,
        @Nullable Double peerSsimDb,
        int runs) {
    private static final double MOST_BYTES = 1.02;
    private static final double LEAST_DECIBELS = -0.05;

    public static ResultRow of(
            String name, String picture, String box, String format, Value ours, Value theirs, String unit, int runs) {
        Double mine = ours.value();
        Double other = theirs.value();
        Double ratio = mine == null || other == null ? null : (Double) (mine / other);
        return new ResultRow(
                name,
                picture,
                box,
                format,
                ours.engine(),
                theirs.engine(),
                mine,
                other,
                unit,
                ratio,
                null,
                null,
                null,
                runs);
    }

    /** Returns a row of rates, of which more is better: its ratio is theirs by ours, the time of one by that of one. */
    public static ResultRow ofRate(
            String name, String picture, String box, String format, Value ours, Value theirs, String unit, int runs) {
        ResultRow row = of(name, picture, box, format, ours, theirs, unit, runs);
        Double timeRatio = row.ratio == null ? null : (Double) (1 / row.ratio);
        return new ResultRow(
                name,
                picture,
                box,
                format,
                row.engine,
                row.peer,
                row.engineValue,
                row.peerValue,
                unit,
                timeRatio,
                null,
                null,
                null,
                runs);
    }

    /** Returns this row with the sizes and similarities of the derivatives. */
    public ResultRow with(@Nullable Double bytes, @Nullable Double decibels, @Nullable Double peerDecibels) {
        return new ResultRow(
                name,
                picture,
                box,
                format,
                engine,
                peer,
                engineValue,
                peerValue,
                unit,
                ratio,
                bytes,
                decibels,
                peerDecibels,
                runs);
    }

    /**
     * Tells whether the derivatives are equal work: no more bytes and no worse picture; false if that is not known.
     */
    public boolean isSameWork() {
        return bytesRatio != null
                && ssimDb != null
                && peerSsimDb != null
                && bytesRatio <= MOST_BYTES
                && ssimDb - peerSsimDb >= LEAST_DECIBELS;
    }

    /**
     * The value of one side.
     *
     * @param value null if the side cannot do it
     */
    public record Value(String engine, @Nullable Double value) {
        public Value(String engine, double value) {
            this(engine, (Double) value);
        }
    }
}
