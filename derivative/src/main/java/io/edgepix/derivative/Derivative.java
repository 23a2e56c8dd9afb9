package io.edgepix.derivative;

/**
 * A derivative: an original in a size, a fit and a format.
 *
 * @param focus {@link Focus#CENTRE} if the fit does not crop
 * @param quality 1 to 100, or {@link Quality#DEFAULT}
 * @param original the original's key
 */
public record Derivative(Size size, Fit fit, Focus focus, int quality, Format format, Key original) {}
