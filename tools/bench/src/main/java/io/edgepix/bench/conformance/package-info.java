/** What our renderers make of a folder of pictures, against what an independent one makes of them. */
@NullMarked
package io.edgepix.bench.conformance;

import org.jspecify.annotations.NullMarked;
