/** Time and memory by the size of the original, by concurrent requests, and by the number of renderings. */
@NullMarked
package io.edgepix.bench.growth;

import org.jspecify.annotations.NullMarked;
