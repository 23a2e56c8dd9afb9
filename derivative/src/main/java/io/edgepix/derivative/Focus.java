package io.edgepix.derivative;

/**
 * The point of a picture that stays in sight when {@link Fit#COVER} cuts, in percent of the upright picture's sides.
 *
 * @param x 0 (left edge) to 100 (right edge)
 * @param y 0 (upper edge) to 100 (lower edge)
 */
public record Focus(int x, int y) {
    /** What is kept where nothing is said. */
    public static final Focus CENTRE = new Focus(50, 50);

    /** Checks both. */
    public Focus {
        if (x < 0 || y < 0 || x > 100 || y > 100) {
            throw new MalformedException("A focal point is two numbers from 0 to 1, for example 0.3,0.7.");
        }
    }
}
