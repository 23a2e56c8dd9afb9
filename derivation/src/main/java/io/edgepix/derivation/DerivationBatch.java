package io.edgepix.derivation;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import java.util.List;

/**
 * A request for several derivatives of one original.
 *
 * @param derivatives are stored under their canonical paths in the bucket of the original
 * @param copies further objects, outside that bucket; they may be of other derivatives
 */
public record DerivationBatch(Key original, Store store, List<Derivative> derivatives, List<DerivativePlace> copies) {}
