/** Java code alone, measured by JMH. */
@NullMarked
package io.edgepix.bench.jmh;

import org.jspecify.annotations.NullMarked;
