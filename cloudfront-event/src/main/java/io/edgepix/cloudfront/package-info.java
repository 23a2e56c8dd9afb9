/** The JSON of a Lambda@Edge event, as types: what aws-lambda-java-events leaves out, added in one place. */
@NullMarked
package io.edgepix.cloudfront;

import org.jspecify.annotations.NullMarked;
