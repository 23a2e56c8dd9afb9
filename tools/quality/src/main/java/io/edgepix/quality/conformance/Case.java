package io.edgepix.quality.conformance;

import io.edgepix.derivative.Format;

/**
 * A derivative that is rendered from every picture.
 *
 * @param width the width of the box, in pixels
 * @param height the height of the box, in pixels
 * @param quality 1 to 100, for both sides
 */
record Case(int width, int height, Format format, int quality) {
    /** Returns the box as a viewer requests it. */
    String box() {
        return width + "x" + height;
    }
}
