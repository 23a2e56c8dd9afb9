/** An S3 bucket that is a folder, and how CloudFront asks it for objects. */
@NullMarked
package io.edgepix.localedge.bucket;

import org.jspecify.annotations.NullMarked;
