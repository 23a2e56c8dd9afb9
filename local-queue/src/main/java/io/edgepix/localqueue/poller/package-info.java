/** Lambda's event source mapping: it reads a queue, and calls a function. */
@NullMarked
package io.edgepix.localqueue.poller;

import org.jspecify.annotations.NullMarked;
