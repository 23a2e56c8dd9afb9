/** The queues, the bucket and the distribution on AWS. */
@NullMarked
package io.edgepix.pregenerate.aws;

import org.jspecify.annotations.NullMarked;
