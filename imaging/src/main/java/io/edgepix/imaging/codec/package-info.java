/** The interfaces of the decoders and encoders of all formats. */
@NullMarked
package io.edgepix.imaging.codec;

import org.jspecify.annotations.NullMarked;
