/**
 * The JSON of a Lambda@Edge event, as types. They have the fields that aws-lambda-java-events lacks. {@code null}
 * stands for a field that is absent from the JSON.
 */
@NullMarked
package io.edgepix.cloudfront;

import org.jspecify.annotations.NullMarked;
