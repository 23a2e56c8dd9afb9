/** The steps from the bytes of an original to those of a derivative, for every JVM. */
@NullMarked
package io.edgepix.imaging.pipeline;

import org.jspecify.annotations.NullMarked;
