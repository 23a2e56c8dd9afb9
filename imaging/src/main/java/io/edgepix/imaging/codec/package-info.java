/** What decoders and encoders are asked, whatever the format. */
@NullMarked
package io.edgepix.imaging.codec;

import org.jspecify.annotations.NullMarked;
