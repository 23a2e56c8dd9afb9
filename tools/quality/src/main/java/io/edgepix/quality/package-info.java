/** Checks of what edgepix renders: against peers, with damaged pictures, and with bytes made to break it. */
@NullMarked
package io.edgepix.quality;

import org.jspecify.annotations.NullMarked;
