/** The programs of others, each in a long-lived process. */
@NullMarked
package io.edgepix.bench.peer;

import org.jspecify.annotations.NullMarked;
