/** Processes batches of messages. */
@NullMarked
package io.edgepix.pregenerate.worker;

import org.jspecify.annotations.NullMarked;
