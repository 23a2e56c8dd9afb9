/** The compiled viewer-request function against hand-written JavaScript. */
@NullMarked
package io.edgepix.bench.rule;

import org.jspecify.annotations.NullMarked;
