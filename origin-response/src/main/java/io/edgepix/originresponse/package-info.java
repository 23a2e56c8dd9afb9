/** The origin-response function: catches S3's 404 for a derivative, makes it, stores it and answers with it. */
@NullMarked
package io.edgepix.originresponse;

import org.jspecify.annotations.NullMarked;
