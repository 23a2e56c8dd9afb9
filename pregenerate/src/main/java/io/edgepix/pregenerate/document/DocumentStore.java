package io.edgepix.pregenerate.document;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.util.Optional;

/** The bucket as documents need it. Thread-safe. */
public interface DocumentStore {
    /**
     * Fetches a file.
     *
     * @param maxBytes the limit of its announced length, checked before its bytes are read
     * @throws StoreException if the object does not exist or is too large, or the bucket fails
     */
    byte[] read(Key key, int maxBytes) throws StoreException;

    /**
     * Returns the properties of a document without its bytes; empty if the object does not exist or is not a document
     * of this worker.
     *
     * @throws StoreException if the bucket fails
     */
    Optional<StoredDocument> find(Key key) throws StoreException;

    /**
     * Stores a document in place of an earlier one.
     *
     * @throws StoreException if the bucket fails
     */
    void put(Key key, DocumentObject document) throws StoreException;
}
