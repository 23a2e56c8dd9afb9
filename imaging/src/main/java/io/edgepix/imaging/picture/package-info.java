/** The small picture in 8-bit sRGB between shrinking and encoding, and the steps that change it. */
@NullMarked
package io.edgepix.imaging.picture;

import org.jspecify.annotations.NullMarked;
