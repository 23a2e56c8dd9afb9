/** The functions at the edge: their events, how they are run, and CloudFront's rules for what they return. */
@NullMarked
package io.edgepix.localedge.function;

import org.jspecify.annotations.NullMarked;
