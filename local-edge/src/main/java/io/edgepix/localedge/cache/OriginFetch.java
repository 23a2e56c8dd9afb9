package io.edgepix.localedge.cache;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import org.jspecify.annotations.Nullable;

/** Asks the origin for what the cache lacks. */
@FunctionalInterface
public interface OriginFetch {
    /** The origin's answer, and whether it is the cache's own stale answer, revalidated. */
    record Response(Answer answer, boolean revalidated) {}

    /**
     * Fetches.
     *
     * @param stale the answer in the cache that is no longer fresh, or null
     */
    Response from(@Nullable Answer stale) throws EdgeFailureException;
}
