/** The renderers against other libraries, in process and on one thread. */
@NullMarked
package io.edgepix.bench.render;

import org.jspecify.annotations.NullMarked;
