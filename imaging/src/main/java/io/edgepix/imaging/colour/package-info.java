/** Colour spaces: ICC profiles, transfer curves, primaries, CMYK, CIELAB and HDR, all converted to sRGB. */
@NullMarked
package io.edgepix.imaging.colour;

import org.jspecify.annotations.NullMarked;
