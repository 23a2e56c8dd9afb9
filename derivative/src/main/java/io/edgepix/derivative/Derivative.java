package io.edgepix.derivative;

/**
 * One derivative: what is made of which original.
 *
 * @param quality 1 to 100, or {@link Quality#DEFAULT}
 * @param original the original's key
 */
public record Derivative(Size size, Fit fit, int quality, Format format, Key original) {}
