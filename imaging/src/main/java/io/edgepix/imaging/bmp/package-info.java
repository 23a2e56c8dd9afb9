/** Reads BMP and ICO, which contain the same device-independent bitmaps. */
@NullMarked
package io.edgepix.imaging.bmp;

import org.jspecify.annotations.NullMarked;
