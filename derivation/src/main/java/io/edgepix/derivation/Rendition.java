package io.edgepix.derivation;

import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Derivative;

/**
 * The bytes of a derivative.
 *
 * @param derivative the one under whose path the bytes are stored; another than the requested one if that shows the same
 *     picture
 * @param bytes the encoded picture; not copied, not to be changed
 * @param validators those of the object in the bucket, or the ETag that it would have
 * @param storage whether the bucket has the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record Rendition(Derivative derivative, byte[] bytes, Validators validators, Storage storage) {
    /** How a rendition relates to the bucket. */
    public enum Storage {
        /** An earlier request stored it. */
        FOUND,
        /** This request stored it. */
        WRITTEN,
        /** This request rendered it, and could not store it. */
        FAILED
    }

    /** Tells whether the bucket has the bytes. */
    public boolean isStored() {
        return storage != Storage.FAILED;
    }
}
