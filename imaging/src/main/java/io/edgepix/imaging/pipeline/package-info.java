/** The steps from the bytes of an original to those of a derivative, on any JVM. */
@NullMarked
package io.edgepix.imaging.pipeline;

import org.jspecify.annotations.NullMarked;
