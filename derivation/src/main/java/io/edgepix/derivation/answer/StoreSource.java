package io.edgepix.derivation.answer;

import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.store.Store;

/** Finds the bucket of a request. It is asked only if the path is that of a derivative. */
@FunctionalInterface
public interface StoreSource {
    /**
     * Opens the bucket.
     *
     * @throws DerivationException if it is not known
     */
    Store open() throws DerivationException;
}
