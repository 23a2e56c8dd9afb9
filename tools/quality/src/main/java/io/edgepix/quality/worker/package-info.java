/** Edgepix's renderers in a process of their own, so that hangs and crashes are noticed and survived. */
@NullMarked
package io.edgepix.quality.worker;

import org.jspecify.annotations.NullMarked;
