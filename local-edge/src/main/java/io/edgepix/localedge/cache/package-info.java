/** CloudFront's cache: what is kept and for how long, collapsed requests, and invalidations. */
@NullMarked
package io.edgepix.localedge.cache;

import org.jspecify.annotations.NullMarked;
