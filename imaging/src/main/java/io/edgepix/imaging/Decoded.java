package io.edgepix.imaging;

/** A whole original: its samples, and how they are brought to sRGB. */
record Decoded(Rows rows, Colour colour) {}
