package io.edgepix.bench.measurement;

import org.jspecify.annotations.Nullable;

/**
 * The result of one case for both sides.
 *
 * @param unit of both values
 * @param ratio ours divided by theirs, or theirs by ours for a rate; under 1 is better; null if a side cannot do it
 * @param derivatives the comparison of the derivatives; null if they were not compared
 * @param runs the number of runs of each side
 */
public record ResultRow(
        Case of,
        Value ours,
        Value peer,
        String unit,
        @Nullable Double ratio,
        @Nullable Derivatives derivatives,
        int runs) {
    /**
     * The measured case.
     *
     * @param name the measured quantity
     * @param picture a file's name, or {@code all}
     * @param box the requested size, or {@code all}
     * @param format the format of the derivative
     */
    public record Case(String name, String picture, String box, String format) {}

    /**
     * The value of one side, a median of many runs.
     *
     * @param value null if the side cannot do it
     */
    public record Value(String engine, @Nullable Double value) {
        public Value(String engine, double value) {
            this(engine, (Double) value);
        }
    }

    /**
     * The comparison of the derivatives of both sides.
     *
     * @param quality the quality of ours
     * @param bytesRatio the size of ours divided by the size of theirs
     * @param decibels similarity of ours to the reference
     * @param peerDecibels similarity of theirs to the reference
     * @param equalBytes the size of ours divided by the size of theirs if ours had the decibels of theirs; infinite if
     *     no quality of ours has them
     * @param equalBytesBySsimulacra2 the same by SSIMULACRA 2; null if only one measure counts
     */
    public record Derivatives(
            int quality,
            double bytesRatio,
            double decibels,
            double peerDecibels,
            double equalBytes,
            @Nullable Double equalBytesBySsimulacra2) {
        private static final double MOST_BYTES = 1.02;
        private static final double MOST_BYTES_BY_BOTH = 1.05;

        /** Returns the larger ratios of bytes, and the similarities of the derivatives with the larger loss. */
        public Derivatives orWorse(Derivatives other) {
            Derivatives lost = other.gain() < gain() ? other : this;
            return new Derivatives(
                    quality,
                    Math.max(bytesRatio, other.bytesRatio),
                    lost.decibels,
                    lost.peerDecibels,
                    Math.max(equalBytes, other.equalBytes),
                    equalBytesBySsimulacra2 == null || other.equalBytesBySsimulacra2 == null
                            ? null
                            : (Double) Math.max(equalBytesBySsimulacra2, other.equalBytesBySsimulacra2));
        }

        private double gain() {
            return decibels - peerDecibels;
        }

        /** Tells whether the derivatives are the same work: at equal similarity, ours has about the bytes of theirs. */
        boolean isSameWork() {
            return equalBytesBySsimulacra2 == null
                    ? equalBytes <= MOST_BYTES
                    : Math.max(equalBytes, equalBytesBySsimulacra2) <= MOST_BYTES_BY_BOTH;
        }
    }

    /** Returns a row of values. Lower values are better. */
    public static ResultRow of(Case of, Value ours, Value peer, String unit, int runs) {
        return new ResultRow(of, ours, peer, unit, ratio(ours, peer), null, runs);
    }

    /** Returns a row of rates. Higher rates are better, so the ratio is that of the times that one unit takes. */
    public static ResultRow ofRate(Case of, Value ours, Value peer, String unit, int runs) {
        Double ratio = ratio(ours, peer);
        return new ResultRow(of, ours, peer, unit, ratio == null ? null : (Double) (1 / ratio), null, runs);
    }

    private static @Nullable Double ratio(Value ours, Value peer) {
        Double mine = ours.value;
        Double other = peer.value;
        return mine == null || other == null ? null : (Double) (mine / other);
    }

    /** Returns this row with a comparison of the derivatives. */
    public ResultRow with(Derivatives compared) {
        return new ResultRow(of, ours, peer, unit, ratio, compared, runs);
    }

    /** Tells whether the derivatives are the same work; false if they were not compared. */
    public boolean isSameWork() {
        return derivatives != null && derivatives.isSameWork();
    }
}
