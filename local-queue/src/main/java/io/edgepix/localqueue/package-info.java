/** The queue on one machine, and the commands that need a queue. */
@NullMarked
package io.edgepix.localqueue;

import org.jspecify.annotations.NullMarked;
