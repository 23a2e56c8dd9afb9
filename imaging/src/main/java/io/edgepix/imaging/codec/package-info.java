/** The interfaces of decoders and encoders, the same for all formats. */
@NullMarked
package io.edgepix.imaging.codec;

import org.jspecify.annotations.NullMarked;
