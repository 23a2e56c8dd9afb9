package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The outcomes of a batch, by original. Thread-safe. */
final class Outcomes {
    private final Map<Key, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Set<Key> changed = ConcurrentHashMap.newKeySet();

    void put(Key original, Outcome outcome, boolean isChanged) {
        outcomes.put(original, outcome);
        if (isChanged) {
            changed.add(original);
        }
    }

    /** Returns the outcome of an original. */
    Outcome of(Key original) {
        return outcomes.getOrDefault(original, new Outcome.NotStarted());
    }

    /** Returns the outcomes of originals, in the order of their keys in the message. */
    Map<Key, Outcome> of(List<Key> originals) {
        Map<Key, Outcome> found = new LinkedHashMap<>();
        originals.forEach(original -> found.put(original, of(original)));
        return found;
    }

    /** Returns the originals that have to be invalidated, sorted. */
    List<Key> changed() {
        Map<String, Key> sorted = new TreeMap<>();
        changed.forEach(key -> sorted.put(key.value(), key));
        return List.copyOf(sorted.values());
    }

    /** Marks the originals that were not invalidated as failed, so that their messages are delivered again. */
    void notInvalidated(String reason) {
        changed.forEach(key -> outcomes.put(key, new Outcome.Failed(reason, false)));
    }

    /** Returns all outcomes. */
    List<Outcome> all() {
        return List.copyOf(outcomes.values());
    }
}
