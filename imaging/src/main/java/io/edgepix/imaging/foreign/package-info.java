/** Native code: libjpeg-turbo, libwebp and the resampling of planes, and libvips apart from them. */
@NullMarked
package io.edgepix.imaging.foreign;

import org.jspecify.annotations.NullMarked;
