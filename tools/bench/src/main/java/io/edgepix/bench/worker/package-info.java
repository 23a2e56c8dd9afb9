/** Edgepix's renderers in a process of their own, so that what a picture does to it is seen and survived. */
@NullMarked
package io.edgepix.bench.worker;

import org.jspecify.annotations.NullMarked;
