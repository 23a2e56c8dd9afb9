package io.edgepix.imaging.codec;

import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.sample.Plane;
import io.edgepix.imaging.sample.Rows;
import java.util.List;

/**
 * A whole original: its samples, and how they are brought to sRGB.
 *
 * @param planes one that has all of a pixel, or one for each colour
 */
public record Decoded(List<Plane> planes, Colour colour) {
    /** Rows that have all of each pixel. */
    public Decoded(Rows rows, Colour colour) {
        this(List.of(new Plane(rows, 1, 1)), colour);
    }

    /** The rows that have all of a pixel. */
    public Rows rows() {
        return planes.getFirst().rows();
    }
}
