package io.edgepix.pregenerate.worker;

import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.purge.OutdatedDerivatives;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.original.OriginalProcessor;
import io.edgepix.pregenerate.original.OriginalTask;
import java.util.Set;

/** One attempt to process an original, with the outcome of each failure. */
final class OriginalAttempt {
    private static final int TOO_LARGE = 413;
    private static final int NOT_A_PICTURE = 415;
    private static final int BROKEN = 422;
    private static final int OWN_FAILURE = 502;

    /** Extensions of pictures, of formats that are not read too. */
    private static final Set<String> PICTURES = Set.of(
            "", "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif", "heic", "heif", "tif", "tiff", "bmp", "ico",
            "psd", "svg", "svgz", "jxl", "jp2");

    private final OriginalProcessor processor;
    private final boolean hasHeavy;
    private final DerivationLog log;

    OriginalAttempt(OriginalProcessor processor, boolean hasHeavy, DerivationLog log) {
        this.processor = processor;
        this.hasHeavy = hasHeavy;
        this.log = log;
    }

    /**
     * Processes an original.
     *
     * @param outcomes receives the outcome, and whether caches may have something outdated
     */
    void run(OriginalTask task, OutdatedDerivatives outdated, Outcomes outcomes) {
        Key key = task.original();
        try {
            var result = processor.process(task, outdated);
            outcomes.put(key, new Outcome.Done(result), result.isChanged());
        } catch (DerivationException e) {
            Outcome outcome = outcome(key, e);
            outcomes.put(key, outcome, isFinal(outcome) && isCleaned(task, outdated));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.failed(DerivationLog.Kind.RENDER_FAILED, key.path(), e);
            outcomes.put(key, ownFailure("The original could not be processed: " + e), false);
        }
    }

    private Outcome outcome(Key key, DerivationException e) {
        return switch (e.status()) {
            case TOO_LARGE -> hasHeavy ? new Outcome.Heavy(e.sentence()) : new Outcome.Failed(e.sentence(), true);
            case NOT_A_PICTURE ->
                PICTURES.contains(key.extension())
                        ? new Outcome.Failed(e.sentence(), true)
                        : new Outcome.Refused(e.sentence());
            case BROKEN -> new Outcome.Failed(e.sentence(), true);
            case OWN_FAILURE -> ownFailure(e.sentence());
            default -> new Outcome.Failed(e.sentence(), false);
        };
    }

    private Outcome ownFailure(String reason) {
        return hasHeavy ? new Outcome.Heavy(reason) : new Outcome.Failed(reason, false);
    }

    private static boolean isFinal(Outcome outcome) {
        return outcome instanceof Outcome.Refused || (outcome instanceof Outcome.Failed failed && failed.isBroken());
    }

    /** Deletes the derivatives of the former original. Returns whether caches may have something outdated. */
    private boolean isCleaned(OriginalTask task, OutdatedDerivatives outdated) {
        try {
            return (task.mayHaveChanged() || task.isRepeated())
                    && processor.clean(task, outdated).isChanged();
        } catch (DerivationException e) {
            log.failed(DerivationLog.Kind.DELETE_FAILED, task.original().path(), e);
            return false;
        }
    }
}
