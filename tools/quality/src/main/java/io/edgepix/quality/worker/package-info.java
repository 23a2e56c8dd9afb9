/** Runs edgepix's renderers in their own process, so that hangs and crashes are noticed and do no harm. */
@NullMarked
package io.edgepix.quality.worker;

import org.jspecify.annotations.NullMarked;
