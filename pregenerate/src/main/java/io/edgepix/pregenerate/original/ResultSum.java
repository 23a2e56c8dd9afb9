package io.edgepix.pregenerate.original;

import io.edgepix.derivation.BatchResult;
import java.util.Optional;

/** The sum of the attempts for one original. */
final class ResultSum {
    private int rendered;
    private int found;
    private long bytes;
    private int decodings;
    private int removed;
    private boolean isChanged;

    ResultSum(boolean isChanged) {
        this.isChanged = isChanged;
    }

    /** Adds an attempt; empty if there was no original. */
    void add(Optional<BatchResult> attempt) {
        isChanged |= attempt.isEmpty();
        attempt.ifPresent(result -> {
            rendered += result.rendered();
            found = result.found();
            bytes += result.bytes();
            decodings += result.isDecoded() ? 1 : 0;
            isChanged |= result.hasOutdated();
        });
    }

    void addRemoved(int count) {
        removed += count;
        isChanged |= count > 0;
    }

    boolean isChanged() {
        return isChanged;
    }

    OriginalResult result() {
        return new OriginalResult(rendered, found, bytes, decodings, removed, isChanged);
    }
}
