/** The settings of CloudFront in the template: cache key, lifetimes, headers, functions and the origin. */
@NullMarked
package io.edgepix.localedge.behaviour;

import org.jspecify.annotations.NullMarked;
