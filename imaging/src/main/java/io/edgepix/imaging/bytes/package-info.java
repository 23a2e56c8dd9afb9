/** Reads numbers, chunks and packed runs from the bytes of files. */
@NullMarked
package io.edgepix.imaging.bytes;

import org.jspecify.annotations.NullMarked;
