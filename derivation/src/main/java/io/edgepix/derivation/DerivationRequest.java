package io.edgepix.derivation;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;

/**
 * A request for a derivative.
 *
 * @param store the bucket of the original and of its derivatives
 * @param timing measures the phases of this request
 */
public record DerivationRequest(Derivative derivative, Store store, ServerTiming timing) {}
