package io.edgepix.localedge.origin;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ByteRange;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that CloudFront sends to an origin.
 *
 * @param uri the path after the functions of the viewer
 * @param query the query that the policies forward
 * @param forwarded the headers of the viewer that the policies forward
 * @param range the part that the viewer requests; null for the whole
 * @param stale the answer in the cache that is no longer fresh, or null
 * @param inBackground whether no viewer waits for the answer
 */
public record OriginRequest(
        ViewerRequest viewer,
        String uri,
        String query,
        Headers forwarded,
        @Nullable ByteRange range,
        @Nullable Answer stale,
        boolean inBackground) {
    /** Returns the stale answer that the origin can confirm by a 304, or null. */
    @Nullable
    Answer known() {
        return stale != null && stale.status() == 200 && !viewer.isHead() ? stale : null;
    }

    /** Returns the ETag of the answer that the origin can confirm, or null. */
    @Nullable
    String knownETag() {
        Answer known = known();
        return known == null ? null : known.headers().get("etag").orElse(null);
    }
}
