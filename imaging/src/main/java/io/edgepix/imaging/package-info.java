/** Bytes and a wish in, bytes out: recognise, decode, shrink in sRGB, turn upright, encode. */
@NullMarked
package io.edgepix.imaging;

import org.jspecify.annotations.NullMarked;
