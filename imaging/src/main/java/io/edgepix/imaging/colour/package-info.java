/** Converts colour spaces to sRGB: ICC profiles, transfer curves, primaries, CMYK, CIELAB and HDR. */
@NullMarked
package io.edgepix.imaging.colour;

import org.jspecify.annotations.NullMarked;
