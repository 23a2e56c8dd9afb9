package io.edgepix.derivation.store;

import io.edgepix.derivative.Key;
import java.util.Optional;

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
     * The ETag of an object as it is now, in quotes; empty where there is none.
     *
     * @throws StoreException if the store fails
     */
    Optional<String> etag(Key key) throws StoreException;

    /**
     * Fetches a derivative; empty where there is none, or one that was made from something else.
     *
     * @param originalEtag of the original that it has to be made from
     * @throws StoreException if the store fails
     */
    Optional<StoredDerivative> find(Key key, String originalEtag) throws StoreException;

    /**
     * Keeps a derivative. Idempotent: two edges may write the same one at once.
     *
     * @throws StoreException if the store fails; then nothing of it is kept
     */
    Validators put(Key key, PutRequest derivative) throws StoreException;

    /**
     * Deletes a derivative; one that is not there is deleted already.
     *
     * @throws StoreException if the store fails
     */
    void delete(Key key) throws StoreException;
}
