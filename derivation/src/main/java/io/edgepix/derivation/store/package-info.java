/** Where originals are fetched from and derivatives are kept. */
@NullMarked
package io.edgepix.derivation.store;

import org.jspecify.annotations.NullMarked;
