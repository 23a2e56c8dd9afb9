/** The messages of the queue. */
@NullMarked
package io.edgepix.pregenerate.message;

import org.jspecify.annotations.NullMarked;
