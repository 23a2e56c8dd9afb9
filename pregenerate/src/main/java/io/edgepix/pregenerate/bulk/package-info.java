/** Bulk jobs: which originals are sent to the queue, how far that has come, and what workers have done. */
@NullMarked
package io.edgepix.pregenerate.bulk;

import org.jspecify.annotations.NullMarked;
