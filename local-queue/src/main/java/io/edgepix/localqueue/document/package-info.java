/** Documents on one machine and in bulk: their data, their keys, and their results. */
@NullMarked
package io.edgepix.localqueue.document;

import org.jspecify.annotations.NullMarked;
