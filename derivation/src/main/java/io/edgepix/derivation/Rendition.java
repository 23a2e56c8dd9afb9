package io.edgepix.derivation;

import io.edgepix.derivation.store.StoredDerivative;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Derivative;

/**
 * A derivative's bytes, and where they are kept.
 *
 * @param canonical the derivative under whose path they are, or would be
 * @param kept what the bucket says of them, or would say
 * @param stored whether they are in the bucket
 * @param ours whether this event put them there, or tried to
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record Rendition(Derivative canonical, byte[] bytes, Validators kept, boolean stored, boolean ours) {
    /** Of what was in the bucket. */
    static Rendition found(Derivative canonical, StoredDerivative found) {
        return new Rendition(canonical, found.bytes(), found.kept(), true, false);
    }
}
