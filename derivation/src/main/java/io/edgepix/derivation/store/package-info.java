/** Buckets, which originals are fetched from and derivatives are stored in. */
@NullMarked
package io.edgepix.derivation.store;

import org.jspecify.annotations.NullMarked;
