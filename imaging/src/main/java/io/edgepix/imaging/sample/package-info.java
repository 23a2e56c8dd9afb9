/** The samples of an original as rows of floats, and their resampling. */
@NullMarked
package io.edgepix.imaging.sample;

import org.jspecify.annotations.NullMarked;
