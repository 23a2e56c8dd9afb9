/** Native decoders of plain kinds of originals. They keep luma and chroma, or colours and alpha, as planes. */
@NullMarked
package io.edgepix.imaging.planar;

import org.jspecify.annotations.NullMarked;
