package io.edgepix.derivation;

import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Derivative;

/**
 * The bytes of a derivative.
 *
 * @param derivative whose path is the key of the bytes; differs from the requested derivative if it shows the same
 *     picture
 * @param bytes the encoded picture; not copied, not to be changed
 * @param validators those of the object in the bucket, or the ETag that it would have
 * @param originalEtag the ETag of the original that they were rendered from, in quotes
 * @param storage whether the bytes are in the bucket
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record Rendition(
        Derivative derivative, byte[] bytes, Validators validators, String originalEtag, Storage storage) {
    /** The relation of a rendition to the bucket. */
    public enum Storage {
        /** An earlier request stored it. */
        FOUND,
        /** This request stored it. */
        WRITTEN,
        /** This request rendered it but could not store it. */
        FAILED
    }

    /** Tells whether the bytes are in the bucket. */
    public boolean isStored() {
        return storage != Storage.FAILED;
    }
}
