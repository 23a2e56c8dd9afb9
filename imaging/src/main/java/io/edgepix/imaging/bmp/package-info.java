/** BMP and ICO, which hold the same device-independent bitmaps. */
@NullMarked
package io.edgepix.imaging.bmp;

import org.jspecify.annotations.NullMarked;
