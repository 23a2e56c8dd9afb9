package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The originals of a message, by what happens to them next, with the reasons.
 *
 * @param done those that need nothing else
 * @param refused those that are not pictures
 * @param heavy those that go to the container
 * @param pending those that will be tried again
 * @param failed those that go to the dead-letter queue
 */
record FinishedOriginals(
        Map<Key, Outcome.Done> done,
        Map<Key, String> refused,
        Map<Key, String> heavy,
        Map<Key, String> pending,
        Map<Key, String> failed) {
    /**
     * Sorts outcomes.
     *
     * @param isLast whether this is the last delivery of the message
     */
    static FinishedOriginals of(Map<Key, Outcome> outcomes, boolean isLast, boolean hasHeavy) {
        FinishedOriginals sorted = new FinishedOriginals(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        outcomes.forEach((key, outcome) -> {
            switch (outcome) {
                case Outcome.Done done -> sorted.done.put(key, done);
                case Outcome.Refused(String reason) -> sorted.refused.put(key, reason);
                case Outcome.Heavy(String reason) -> sorted.heavy.put(key, reason);
                case Outcome.Failed(String reason, boolean _) ->
                    (isLast ? sorted.failed : sorted.pending).put(key, reason);
                case Outcome.NotStarted _ ->
                    (isLast && hasHeavy ? sorted.heavy : sorted.pending).put(key, Outcome.NotStarted.REASON);
            }
        });
        return sorted;
    }

    /** Tells whether a reason is that of an original that has failed, and was not only left for later. */
    static boolean isFailure(String reason) {
        return !reason.equals(Outcome.NotStarted.REASON);
    }
}
