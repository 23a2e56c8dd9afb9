package io.edgepix.derivation.store;

import io.edgepix.derivative.Key;
import java.util.List;
import java.util.Optional;

/** A bucket that originals are read from and derivatives are written to. Thread-safe. */
public interface Store {
    /**
     * Fetches an original.
     *
     * @param maxBytes the limit of its announced length, checked before its bytes are read
     * @throws StoreException if there is no such object, it is too large, or the store fails
     */
    StoredOriginal get(Key key, int maxBytes) throws StoreException;

    /**
     * Returns the current ETag of an object, in quotes; empty if there is no such object.
     *
     * @throws StoreException if the store fails
     */
    default Optional<String> etag(Key key) throws StoreException {
        return head(key).map(ObjectHead::etag);
    }

    /**
     * Returns the properties of an object without its bytes, or empty if the object does not exist.
     *
     * @throws StoreException if the store fails
     */
    Optional<ObjectHead> head(Key key) throws StoreException;

    /**
     * Returns the names, without slashes, of the folders that begin with a prefix, which may be in another folder.
     *
     * @throws StoreException if the store fails
     */
    List<String> folders(String start) throws StoreException;

    /**
     * Fetches a derivative; empty if there is none, or it was rendered from a different version of the original.
     *
     * @param originalEtag the ETag of the original that it must have been rendered from
     * @throws StoreException if the store fails
     */
    Optional<StoredDerivative> find(Key key, String originalEtag) throws StoreException;

    /**
     * Fetches the first bytes of an object, or all if it has fewer; empty if there is no such object.
     *
     * @throws StoreException if the store fails
     */
    Optional<byte[]> start(Key key, int bytes) throws StoreException;

    /**
     * Fetches an object with the headers by which caches keep it; empty if there is no such object.
     *
     * @param ifNoneMatch ETags; if the object has one of them, its bytes are not fetched
     * @throws StoreException if the store fails
     */
    Optional<StoredResponse> respond(Key key, Optional<String> ifNoneMatch) throws StoreException;

    /**
     * Stores a derivative. Idempotent, since two functions may store the same derivative at the same time.
     *
     * @throws StoreException if the store fails
     */
    Validators put(Key key, PutRequest derivative) throws StoreException;

    /**
     * Stores an empty object. The notification of the bucket tells the queue its key.
     *
     * @throws StoreException if the store fails
     */
    void putEmpty(Key key) throws StoreException;

    /**
     * Deletes a derivative; does nothing if there is none.
     *
     * @throws StoreException if the store fails
     */
    void delete(Key key) throws StoreException;
}
