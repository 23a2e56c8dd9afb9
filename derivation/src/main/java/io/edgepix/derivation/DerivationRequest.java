package io.edgepix.derivation;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;

/**
 * A derivative that S3 did not give to CloudFront.
 *
 * @param store the bucket of the original and of its derivatives
 */
public record DerivationRequest(Derivative derivative, Store store, ServerTiming timings) {}
