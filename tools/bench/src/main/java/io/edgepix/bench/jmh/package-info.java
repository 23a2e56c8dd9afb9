/** Java code without a peer, measured by JMH. */
@NullMarked
package io.edgepix.bench.jmh;

import org.jspecify.annotations.NullMarked;
