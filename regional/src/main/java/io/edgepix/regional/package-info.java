/** The function behind a function URL in one Region. It answers requests for derivatives that S3 does not have. */
@NullMarked
package io.edgepix.regional;

import org.jspecify.annotations.NullMarked;
