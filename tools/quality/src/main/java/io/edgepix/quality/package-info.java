/** Checks the derivatives of edgepix: against peers, with damaged pictures, and by fuzzing. */
@NullMarked
package io.edgepix.quality;

import org.jspecify.annotations.NullMarked;
