/** Renders and stores one document. */
@NullMarked
package io.edgepix.pregenerate.document;

import org.jspecify.annotations.NullMarked;
