/**
 * The JSON of a Lambda@Edge event, as types. It adds the fields that aws-lambda-java-events lacks. {@code null} is for a field
 * that the JSON does not have.
 */
@NullMarked
package io.edgepix.cloudfront;

import org.jspecify.annotations.NullMarked;
