/** Animations, rendered frame by frame by native code. */
@NullMarked
package io.edgepix.imaging.animation;

import org.jspecify.annotations.NullMarked;
