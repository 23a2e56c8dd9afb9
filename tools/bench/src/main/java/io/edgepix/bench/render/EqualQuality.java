package io.edgepix.bench.render;

import java.io.IOException;

/** Finds the quality at which an encoder is as similar to the original as a given derivative, and the bytes it needs. */
public final class EqualQuality {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 100;

    /** An encoder whose similarity grows with its quality. */
    public interface Curve {
        /** Returns the point of a quality, 1 to 100. */
        Point at(int quality) throws IOException;
    }

    /**
     * One encoding.
     *
     * @param similarity to the original; higher is better
     */
    public record Point(int bytes, double similarity) {}

    /**
     * The equal encoding.
     *
     * @param quality the lowest one that is at least as similar
     * @param bytes at exactly the given similarity, between two qualities. If the lowest quality is more similar, those
     *     of the lowest quality. Infinite if no quality is similar enough.
     */
    public record Result(int quality, double bytes) {}

    private EqualQuality() {}

    /**
     * Finds the encoding.
     *
     * @param start the quality from which the search starts
     */
    public static Result find(Curve curve, double similarity, int start) throws IOException {
        int below = start;
        int above = start;
        if (curve.at(start).similarity >= similarity) {
            for (int step = 1; curve.at(below).similarity >= similarity; step *= 2) {
                if (below == LOWEST) {
                    return new Result(LOWEST, curve.at(LOWEST).bytes);
                }
                above = below;
                below = Math.max(LOWEST, below - step);
            }
        } else {
            for (int step = 1; curve.at(above).similarity < similarity; step *= 2) {
                if (above == HIGHEST) {
                    return new Result(HIGHEST, Double.POSITIVE_INFINITY);
                }
                below = above;
                above = Math.min(HIGHEST, above + step);
            }
        }
        while (above - below > 1) {
            int middle = (below + above) / 2;
            if (curve.at(middle).similarity < similarity) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return new Result(above, bytes(curve.at(below), curve.at(above), similarity));
    }

    /** Returns the bytes between two points. Their logarithm grows in proportion to the similarity. */
    private static double bytes(Point below, Point above, double similarity) {
        double share = (similarity - below.similarity) / (above.similarity - below.similarity);
        return Math.pow(below.bytes, 1 - share) * Math.pow(above.bytes, share);
    }
}
