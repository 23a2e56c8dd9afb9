/** The command {@code ./dev bench}, and its list of benchmarks. */
@NullMarked
package io.edgepix.bench;

import org.jspecify.annotations.NullMarked;
