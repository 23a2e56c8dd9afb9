/** TIFF directories, which EXIF uses too, and the orientation in them. */
@NullMarked
package io.edgepix.imaging.exif;

import org.jspecify.annotations.NullMarked;
