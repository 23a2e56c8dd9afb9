/** The part of CloudFront's API that invalidates answers. */
@NullMarked
package io.edgepix.localqueue.invalidation;

import org.jspecify.annotations.NullMarked;
