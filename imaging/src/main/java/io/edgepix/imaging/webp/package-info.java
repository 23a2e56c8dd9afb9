/** Reads and writes WebP ("WebP Container Specification"). */
@NullMarked
package io.edgepix.imaging.webp;

import org.jspecify.annotations.NullMarked;
