package io.edgepix.derivation;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import java.util.Optional;

/**
 * A request for a derivative.
 *
 * @param substitute the derivative to render if the requested one is not in the bucket; empty to render the requested
 *     one
 * @param store the bucket of the original and of its derivatives
 * @param timing measures the phases of this request
 */
public record DerivationRequest(
        Derivative derivative, Optional<Derivative> substitute, Store store, ServerTiming timing) {
    /** Creates a request without a substitute. */
    public DerivationRequest(Derivative derivative, Store store, ServerTiming timing) {
        this(derivative, Optional.empty(), store, timing);
    }
}
