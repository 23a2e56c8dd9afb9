/** Numbers, chunks and runs in the bytes of files. */
@NullMarked
package io.edgepix.imaging.bytes;

import org.jspecify.annotations.NullMarked;
