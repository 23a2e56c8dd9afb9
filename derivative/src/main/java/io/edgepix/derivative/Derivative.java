package io.edgepix.derivative;

/**
 * One derivative: what is made of which original.
 *
 * @param focus {@link Focus#CENTRE} wherever it would mean nothing
 * @param quality 1 to 100, or {@link Quality#DEFAULT}
 * @param original the original's key
 */
public record Derivative(Size size, Fit fit, Focus focus, int quality, Format format, Key original) {}
