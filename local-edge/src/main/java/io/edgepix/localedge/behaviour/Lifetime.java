package io.edgepix.localedge.behaviour;

/**
 * The ages up to which an answer may be served, in seconds; 0 for never.
 *
 * @param fresh the age up to which it is served without a request to the origin
 * @param whileRevalidating the age up to which it is served stale during a request to the origin
 * @param ifError the age up to which it is served stale if the origin fails
 */
public record Lifetime(long fresh, long whileRevalidating, long ifError) {
    /** Returns the age from which the answer cannot be served. */
    public long whole() {
        return Math.max(fresh, stale());
    }

    /** Returns the age up to which the answer is served if the origin fails. */
    public long stale() {
        return Math.max(whileRevalidating, ifError);
    }
}
