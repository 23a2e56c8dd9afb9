/** The benchmark of rendering away from a request: several derivatives of each original, and encoders that have time. */
@NullMarked
package io.edgepix.bench.bulk;

import org.jspecify.annotations.NullMarked;
