/** The derivatives of one original: those that are wanted, and those that are outdated. */
@NullMarked
package io.edgepix.pregenerate.original;

import org.jspecify.annotations.NullMarked;
