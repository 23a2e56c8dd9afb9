package io.edgepix.quality.conformance;

import io.edgepix.derivative.Format;

/**
 * One derivative that is rendered of every picture.
 *
 * @param width of the box, in pixels
 * @param height of the box, in pixels
 * @param quality 1 to 100, of both sides
 */
record Case(int width, int height, Format format, int quality) {
    /** Returns the box as a viewer requests it. */
    String box() {
        return width + "x" + height;
    }
}
