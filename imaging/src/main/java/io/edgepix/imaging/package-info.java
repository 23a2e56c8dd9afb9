/**
 * Renders the bytes of an original into the bytes of its derivatives: recognise, decode, shrink in sRGB, turn upright,
 * encode.
 */
@NullMarked
package io.edgepix.imaging;

import org.jspecify.annotations.NullMarked;
