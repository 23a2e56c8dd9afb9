/** What our renderers make of a folder of pictures, against what an independent one makes of them. */
@NullMarked
package io.edgepix.quality.conformance;

import org.jspecify.annotations.NullMarked;
