/** Reads the samples of an original as rows of floats, and resamples them. */
@NullMarked
package io.edgepix.imaging.sample;

import org.jspecify.annotations.NullMarked;
