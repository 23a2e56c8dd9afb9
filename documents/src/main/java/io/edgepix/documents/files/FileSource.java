package io.edgepix.documents.files;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;

/** Reads files of a bucket. */
@FunctionalInterface
public interface FileSource {
    /** Returns the bytes of a file of limited size. */
    byte[] read(Key key, int maxBytes) throws StoreException;
}
