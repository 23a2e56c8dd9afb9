/** Derives pictures from originals: fetches an original, renders a derivative and stores it. */
@NullMarked
package io.edgepix.derivation;

import org.jspecify.annotations.NullMarked;
