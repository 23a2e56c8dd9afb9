/** CloudFront on one machine: HTTP, the order of events, limits, and a folder as the S3 bucket. */
@NullMarked
package io.edgepix.localedge;

import org.jspecify.annotations.NullMarked;
