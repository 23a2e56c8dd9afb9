/** Adapts ImageIO: its readers and writers, and the samples that they decode. */
@NullMarked
package io.edgepix.imaging.imageio;

import org.jspecify.annotations.NullMarked;
