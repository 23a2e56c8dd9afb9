/** Inspects rendered pictures, and compares them. */
@NullMarked
package io.edgepix.imaging.likeness;

import org.jspecify.annotations.NullMarked;
