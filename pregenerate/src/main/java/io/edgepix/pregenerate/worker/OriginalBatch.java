package io.edgepix.pregenerate.worker;

import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.purge.OutdatedDerivatives;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.original.OriginalProcessor;
import io.edgepix.pregenerate.original.OriginalTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Processes many originals, as many at the same time as there are processors, and invalidates them together. */
final class OriginalBatch {
    private final OriginalAttempt attempt;
    private final Store store;
    private final Invalidation invalidation;
    private final DerivationLog log;

    OriginalBatch(
            OriginalProcessor processor, Store store, boolean hasHeavy, Invalidation invalidation, DerivationLog log) {
        this.attempt = new OriginalAttempt(processor, hasHeavy, log);
        this.store = store;
        this.invalidation = invalidation;
        this.log = log;
    }

    /**
     * Processes originals, each at most once.
     *
     * @param isOutOfTime whether no further original may be started
     */
    Outcomes run(Collection<OriginalTask> tasks, BooleanSupplier isOutOfTime) {
        Outcomes outcomes = new Outcomes();
        OutdatedDerivatives outdated = new OutdatedDerivatives(store);
        List<Runnable> attempts = new ArrayList<>();
        for (OriginalTask task : tasks) {
            attempts.add(() -> {
                if (!isOutOfTime.getAsBoolean()) {
                    attempt.run(task, outdated, outcomes);
                }
            });
        }
        ProcessorThreads.run("original", attempts);
        invalidate(outcomes);
        return outcomes;
    }

    private void invalidate(Outcomes outcomes) {
        List<Key> changed = outcomes.changed();
        if (changed.isEmpty()) {
            return;
        }
        try {
            invalidation.invalidate(changed);
        } catch (RuntimeException e) {
            log.failed(
                    DerivationLog.Kind.INVALIDATION_FAILED, changed.getFirst().path(), e);
            outcomes.notInvalidated("CloudFront did not accept the invalidation: " + e.getMessage());
        }
    }
}
