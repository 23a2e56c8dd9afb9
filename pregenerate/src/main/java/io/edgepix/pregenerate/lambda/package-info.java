/** The Lambda function. */
@NullMarked
package io.edgepix.pregenerate.lambda;

import org.jspecify.annotations.NullMarked;
