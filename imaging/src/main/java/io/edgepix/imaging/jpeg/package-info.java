/** Reads and writes JPEG (ITU-T T.81 and T.871), and repairs broken files as libjpeg-turbo does. */
@NullMarked
package io.edgepix.imaging.jpeg;

import org.jspecify.annotations.NullMarked;
