/** Generates the pictures of tests. */
@NullMarked
package io.edgepix.imaging.originals;

import org.jspecify.annotations.NullMarked;
