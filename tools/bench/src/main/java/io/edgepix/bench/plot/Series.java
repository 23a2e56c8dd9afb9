package io.edgepix.bench.plot;

import java.util.List;

/**
 * What one line of a plot goes through.
 *
 * @param name for the legend
 * @param points from left to right
 */
public record Series(String name, List<Point> points) {
    /** One value of one variable; finite, and over 0 where the scale is logarithmic. */
    public record Point(double x, double y) {}
}
