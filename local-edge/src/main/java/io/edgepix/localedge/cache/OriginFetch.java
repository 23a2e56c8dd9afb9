package io.edgepix.localedge.cache;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import org.jspecify.annotations.Nullable;

/** Fetches an answer that the cache lacks from the origin. */
@FunctionalInterface
public interface OriginFetch {
    /** The origin's answer, and whether it is the cache's own stale answer after revalidation. */
    record Response(Answer answer, boolean revalidated) {}

    /**
     * Fetches an answer.
     *
     * @param stale the answer in the cache that is no longer fresh, or null
     * @param inBackground whether no viewer waits for the answer
     */
    Response from(@Nullable Answer stale, boolean inBackground) throws EdgeFailureException;
}
