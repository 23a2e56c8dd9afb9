package io.edgepix.localedge.behaviour;

/**
 * Until what age an answer may be served, in seconds; 0 for never.
 *
 * @param fresh without asking anybody
 * @param whileRevalidating stale, while it is asked for anew
 * @param ifError stale, where asking anew failed
 */
public record Lifetime(long fresh, long whileRevalidating, long ifError) {
    /** Until when it is of any use. */
    public long whole() {
        return Math.max(fresh, stale());
    }

    /** Until when it outlives a failure to ask anew. */
    public long stale() {
        return Math.max(whileRevalidating, ifError);
    }
}
