/** CloudFront on one machine: HTTP in, its order of events and its limits, an S3 bucket that is a folder. */
@NullMarked
package io.edgepix.localedge;

import org.jspecify.annotations.NullMarked;
