/** Reads TIFF ("TIFF Revision 6.0" and its supplements). */
@NullMarked
package io.edgepix.imaging.tiff;

import org.jspecify.annotations.NullMarked;
