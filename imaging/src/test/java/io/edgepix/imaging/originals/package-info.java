/** Makes the pictures of tests by code. */
@NullMarked
package io.edgepix.imaging.originals;

import org.jspecify.annotations.NullMarked;
