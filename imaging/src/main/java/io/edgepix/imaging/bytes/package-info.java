/** Numbers, chunks and packed runs in the bytes of files. */
@NullMarked
package io.edgepix.imaging.bytes;

import org.jspecify.annotations.NullMarked;
