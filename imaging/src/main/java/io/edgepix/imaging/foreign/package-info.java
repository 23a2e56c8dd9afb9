/** Calls native code: one library with libjpeg-turbo, libwebp and the resampling of planes, and one with libvips. */
@NullMarked
package io.edgepix.imaging.foreign;

import org.jspecify.annotations.NullMarked;
