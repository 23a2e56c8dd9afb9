/** CloudFront's requests to origins: the bucket, function URLs, and groups of both. */
@NullMarked
package io.edgepix.localedge.origin;

import org.jspecify.annotations.NullMarked;
