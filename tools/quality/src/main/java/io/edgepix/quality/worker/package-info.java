/** Edgepix's renderers in a process of their own, so that what a picture does to it is seen and survived. */
@NullMarked
package io.edgepix.quality.worker;

import org.jspecify.annotations.NullMarked;
