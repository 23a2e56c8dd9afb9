/** Packages the zips for CloudFront and Lambda, and the templates that name them. */
@NullMarked
package io.edgepix.packaging;

import org.jspecify.annotations.NullMarked;
