/** The state of bulk jobs, which is in the bucket. */
@NullMarked
package io.edgepix.pregenerate.job;

import org.jspecify.annotations.NullMarked;
