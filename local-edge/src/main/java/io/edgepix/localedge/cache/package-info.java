/** CloudFront's cache: answers and their lifetimes, collapsed requests, and invalidations. */
@NullMarked
package io.edgepix.localedge.cache;

import org.jspecify.annotations.NullMarked;
