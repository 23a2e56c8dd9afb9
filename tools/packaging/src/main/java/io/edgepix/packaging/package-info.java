/** Makes what CloudFront takes: the two zips and the template that names them. */
@NullMarked
package io.edgepix.packaging;

import org.jspecify.annotations.NullMarked;
