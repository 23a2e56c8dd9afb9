/** Side-by-side measurements against what people would pick instead. */
@NullMarked
package io.edgepix.bench;

import org.jspecify.annotations.NullMarked;
