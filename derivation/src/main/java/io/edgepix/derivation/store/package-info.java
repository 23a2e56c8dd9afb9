/** Buckets: originals are fetched from them, derivatives are stored in them. */
@NullMarked
package io.edgepix.derivation.store;

import org.jspecify.annotations.NullMarked;
