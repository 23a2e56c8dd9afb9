/** Renders derivatives before a viewer asks for them. */
@NullMarked
package io.edgepix.pregenerate;

import org.jspecify.annotations.NullMarked;
