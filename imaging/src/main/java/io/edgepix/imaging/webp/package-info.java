/** WebP, by "WebP Container Specification". */
@NullMarked
package io.edgepix.imaging.webp;

import org.jspecify.annotations.NullMarked;
