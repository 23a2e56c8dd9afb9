package io.edgepix.documents;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;

/** The files that a document may use: templates, stylesheets, pictures and fonts. Thread-safe. */
@FunctionalInterface
public interface DocumentFiles {
    /**
     * Returns the bytes of a file.
     *
     * @param maxBytes the limit of its size
     * @throws StoreException if the file does not exist, is too large or cannot be read
     */
    byte[] read(Key key, int maxBytes) throws StoreException;
}
