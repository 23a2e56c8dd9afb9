/** The origin-response function, which answers S3's 404 for a derivative with the derivative itself. */
@NullMarked
package io.edgepix.originresponse;

import org.jspecify.annotations.NullMarked;
