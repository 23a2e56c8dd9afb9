/** The functions at the edge: their events, their invocation, and CloudFront's rules for their results. */
@NullMarked
package io.edgepix.localedge.function;

import org.jspecify.annotations.NullMarked;
