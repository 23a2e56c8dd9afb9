/** JPEG, by ITU-T T.81, T.871 and what libjpeg-turbo does with files that break them. */
@NullMarked
package io.edgepix.imaging.jpeg;

import org.jspecify.annotations.NullMarked;
