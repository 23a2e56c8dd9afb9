package io.edgepix.localedge.behaviour;

/**
 * The ages up to which an answer may be served, in seconds; 0 for never.
 *
 * @param fresh without asking the origin
 * @param whileRevalidating stale, while the origin is asked
 * @param ifError stale, if the origin failed
 */
public record Lifetime(long fresh, long whileRevalidating, long ifError) {
    /** Returns the age from which on the answer is useless. */
    public long whole() {
        return Math.max(fresh, stale());
    }

    /** Returns the age up to which the answer is served if the origin fails. */
    public long stale() {
        return Math.max(whileRevalidating, ifError);
    }
}
