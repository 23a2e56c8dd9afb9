/** A folder as an S3 bucket, and CloudFront's requests to it. */
@NullMarked
package io.edgepix.localedge.bucket;

import org.jspecify.annotations.NullMarked;
