/** Compares the originals of a bucket with their derivatives, by sorted listings. */
@NullMarked
package io.edgepix.pregenerate.listing;

import org.jspecify.annotations.NullMarked;
