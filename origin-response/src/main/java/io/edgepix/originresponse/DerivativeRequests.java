package io.edgepix.originresponse;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivationRequest;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.util.Optional;

/**
 * Asks the queue of the pregenerate stack for derivatives: an empty object in the bucket names the derivative, and the
 * notification of the bucket reaches the queue. A failure is logged, and costs time but no answer.
 */
final class DerivativeRequests {
    private final boolean isOn;
    private final PathGrammar grammar;
    private final DerivationLog log;

    DerivativeRequests(Config config, PathGrammar grammar, DerivationLog log) {
        this.isOn = config.pregeneration().fromEdge();
        this.grammar = grammar;
        this.log = log;
    }

    /** Tells whether there is a queue to ask. */
    boolean isOn() {
        return isOn;
    }

    /** Asks for the requested derivative, if there is a queue to ask. */
    void ask(DerivationRequest request) {
        if (!isOn) {
            return;
        }
        String path = grammar.print(request.derivative());
        Optional<Key> key = InternalKeys.request(grammar.key(request.derivative()));
        if (key.isEmpty()) {
            log.noted(path, "the queue is not asked: the key of the request would be over 1024 bytes");
            return;
        }
        try {
            request.store().putEmpty(key.get());
            log.noted(path, "the queue is asked for it");
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.REQUEST_FAILED, path, e);
        }
    }
}
