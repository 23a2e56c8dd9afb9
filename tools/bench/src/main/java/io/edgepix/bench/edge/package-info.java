/** The packaged origin-response function in an emulated Lambda, against the same function with sharp. */
@NullMarked
package io.edgepix.bench.edge;

import org.jspecify.annotations.NullMarked;
