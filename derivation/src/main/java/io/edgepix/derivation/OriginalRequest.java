package io.edgepix.derivation;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Key;

/** An original in a bucket, and the measurement of the requests for it. */
record OriginalRequest(Key key, Store store, ServerTiming timing) {
    static OriginalRequest of(DerivationRequest request) {
        return new OriginalRequest(request.derivative().original(), request.store(), request.timing());
    }
}
