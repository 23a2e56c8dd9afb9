package io.edgepix.pregenerate.worker;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.JobKeys;
import java.util.Optional;

/**
 * A request of the edge for a derivative.
 *
 * @param object the key of the empty object by which the edge asked
 * @param derivative empty if it can never be rendered
 */
record DerivativeRequest(Key object, Optional<Derivative> derivative) {
    /** Returns the key of the derivative, whether it can be rendered or not. */
    static Key derivativeKey(Key object) {
        return new Key(object.value().substring(JobKeys.REQUESTS.length()));
    }

    /**
     * Tells whether nothing is left to do: the derivative exists, or can never exist. While it is not so, the object
     * keeps the edge from asking again.
     */
    boolean isAnswered(Store store) throws StoreException {
        return derivative.isEmpty()
                || store.head(derivativeKey(object)).isPresent()
                || store.head(derivative.get().original()).isEmpty();
    }
}
