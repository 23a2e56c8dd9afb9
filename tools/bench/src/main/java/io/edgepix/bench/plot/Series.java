package io.edgepix.bench.plot;

import java.util.List;

/**
 * The points of one line of a plot.
 *
 * @param name for the legend
 * @param points from left to right
 */
public record Series(String name, List<Point> points) {
    /** A point; both values are finite, and over 0 on a logarithmic scale. */
    public record Point(double x, double y) {}
}
