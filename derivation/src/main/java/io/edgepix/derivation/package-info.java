/** Derives pictures from originals: fetches an original, renders a derivative of it, and stores that. */
@NullMarked
package io.edgepix.derivation;

import org.jspecify.annotations.NullMarked;
