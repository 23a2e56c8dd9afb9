package io.edgepix.localedge;

import io.edgepix.bench.mutants.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One fetch under way, what was invalidated since it began, and what it brings to all who wait for it. */
final class Flight {
    /**
     * What a fetch brought.
     *
     * @param isOutdated whether it was invalidated meanwhile, so that who came later has to ask again
     */
    record Outcome(
            EdgeCache.@Nullable Result result, @Nullable EdgeFailureException failure, boolean isOutdated) {
        static Outcome of(EdgeCache.Result result) {
            return new Outcome(result, null, false);
        }

        static Outcome of(EdgeFailureException failure) {
            return new Outcome(null, failure, false);
        }

        EdgeCache.Result orThrow() throws EdgeFailureException {
            if (result != null) {
                return result;
            }
            throw failure == null ? new EdgeFailureException(502, "The edge failed.", "edge failed") : failure;
        }
    }

    private final String key;
    private final boolean keeps;
    private final List<Invalidation> invalidations = new ArrayList<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /** {@code keeps} is whether the cache may have what it brings. */
    Flight(String key, boolean keeps) {
        this.key = key;
        this.keeps = keeps;
    }

    String key() {
        return key;
    }

    boolean keeps() {
        return keeps;
    }

    /** What those with the same name can share. */
    String name() {
        return (keeps ? "GET " : "HEAD ") + key;
    }

    void note(Invalidation invalidation) {
        invalidations.add(invalidation);
    }

    /** Whether an answer was invalidated since this began. */
    boolean isOutdated(Answer answer, String tagHeader) {
        String path = CacheKey.pathOf(key);
        return invalidations.stream().anyMatch(invalidation -> invalidation.concerns(path, answer, tagHeader));
    }

    void land(Outcome landed) {
        outcome.complete(landed);
    }

    Outcome await() {
        return outcome.join();
    }
}
