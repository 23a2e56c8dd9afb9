/** The small picture between shrinking and encoding, in 8-bit sRGB, and what is done to it. */
@NullMarked
package io.edgepix.imaging.picture;

import org.jspecify.annotations.NullMarked;
