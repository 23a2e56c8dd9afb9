package io.edgepix.localedge.cache;

import io.edgepix.localedge.behaviour.CacheKey;
import io.edgepix.localedge.behaviour.Ttl;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A fetch in progress: the invalidations since it started, and the outcome for which all callers with its key wait. */
final class CollapsedFetch {
    /**
     * The result of a fetch, or its failure.
     *
     * @param isOutdated whether it was invalidated in the meantime, so that later callers have to fetch again
     */
    record Outcome(@Nullable CacheResult result, @Nullable EdgeFailureException failure, boolean isOutdated) {
        static Outcome of(CacheResult result) {
            return new Outcome(result, null, false);
        }

        static Outcome of(EdgeFailureException failure) {
            return new Outcome(null, failure, false);
        }

        CacheResult orThrow() throws EdgeFailureException {
            if (result != null) {
                return result;
            }
            throw failure == null ? new EdgeFailureException(502, "The edge failed.", "edge failed") : failure;
        }
    }

    private final String key;
    private final Ttl ttl;
    private final boolean keeps;
    private final boolean inBackground;
    private final List<Invalidation> invalidations = new ArrayList<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /**
     * Creates a fetch.
     *
     * @param ttl how long the answer is cached
     * @param keeps whether the cache may store the answer
     * @param inBackground whether it began without a viewer that waits
     */
    CollapsedFetch(String key, Ttl ttl, boolean keeps, boolean inBackground) {
        this.key = key;
        this.ttl = ttl;
        this.keeps = keeps;
        this.inBackground = inBackground;
    }

    String key() {
        return key;
    }

    Ttl ttl() {
        return ttl;
    }

    boolean keeps() {
        return keeps;
    }

    boolean inBackground() {
        return inBackground;
    }

    /** Returns the name. Requests with the same name share a fetch. */
    String name() {
        return (keeps ? "GET " : "HEAD ") + key;
    }

    void invalidate(Invalidation invalidation) {
        invalidations.add(invalidation);
    }

    /** Returns whether an answer was invalidated since this fetch started. */
    boolean isOutdated(Answer answer, String tagHeader) {
        String path = CacheKey.pathOf(key);
        return invalidations.stream().anyMatch(invalidation -> invalidation.concerns(path, answer, tagHeader));
    }

    void complete(Outcome result) {
        outcome.complete(result);
    }

    Outcome await() {
        return outcome.join();
    }
}
