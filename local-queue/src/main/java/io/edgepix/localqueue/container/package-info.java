/** The container of the stack, as a process on one machine. */
@NullMarked
package io.edgepix.localqueue.container;

import org.jspecify.annotations.NullMarked;
