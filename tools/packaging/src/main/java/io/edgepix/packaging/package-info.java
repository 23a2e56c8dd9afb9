/** Packages the two zips for CloudFront, and the template that names them. */
@NullMarked
package io.edgepix.packaging;

import org.jspecify.annotations.NullMarked;
