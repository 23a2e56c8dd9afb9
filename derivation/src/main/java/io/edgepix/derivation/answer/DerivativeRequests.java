package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivationRequest;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.time.Duration;

/**
 * Asks the queue of the pregenerate stack for derivatives: an empty object in the bucket names the derivative, and the
 * notification of the bucket reaches the queue. The worker keeps the object if it cannot render the derivative. So the
 * queue is asked at most once a day for each version of an original.
 */
final class DerivativeRequests {
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final boolean isOn;
    private final PathGrammar grammar;
    private final EmptyObjects objects;
    private final DerivationLog log;

    DerivativeRequests(Config config, PathGrammar grammar, EmptyObjects objects, DerivationLog log) {
        this.isOn = config.pregeneration().fromEdge();
        this.grammar = grammar;
        this.objects = objects;
        this.log = log;
    }

    /** Tells whether there is a queue to ask. */
    boolean isOn() {
        return isOn;
    }

    /** Asks for the requested derivative, if there is a queue to ask, and it was not asked recently. */
    void ask(DerivationRequest request) {
        Derivative derivative = request.derivative();
        if (isOn && objects.put(InternalKeys.request(grammar.key(derivative)), derivative, request.store(), LIFETIME)) {
            log.noted(grammar.print(derivative), "the queue is asked for it");
        }
    }
}
