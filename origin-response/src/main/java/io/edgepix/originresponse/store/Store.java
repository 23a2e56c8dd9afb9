package io.edgepix.originresponse.store;

import io.edgepix.derivative.Key;

/** A bucket: originals are read from it, derivatives are written to it. Thread-safe. */
public interface Store {
    /**
     * Fetches an original.
     *
     * @param maxBytes refused above that, by its announced length, before its bytes are read
     * @throws StoreException if there is none, it is too large, or the store fails
     */
    Original get(Key key, int maxBytes) throws StoreException;

    /**
     * Keeps a derivative. Idempotent: two edges may write the same one at once.
     *
     * @return the stored object's ETag, in quotes
     * @throws StoreException if the store fails; then nothing of it is kept
     */
    String put(Key key, Stored derivative) throws StoreException;
}
