/** Reads TIFF directories, which EXIF also uses, and the orientation in them. */
@NullMarked
package io.edgepix.imaging.exif;

import org.jspecify.annotations.NullMarked;
