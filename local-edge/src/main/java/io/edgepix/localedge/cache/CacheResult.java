package io.edgepix.localedge.cache;

import io.edgepix.localedge.http.Answer;

/** An answer, its source, and its age. */
public record CacheResult(Answer answer, Status status, long ageSeconds) {
    /** How the cache answered a request, in the words of CloudFront's {@code X-Cache} header. */
    public enum Status {
        /** From the cache, fresh or stale, without waiting for the origin. */
        HIT("Hit"),
        /** From the origin. */
        MISS("Miss"),
        /** From the cache after a request to the origin, which failed or has no newer answer. */
        REFRESH_HIT("RefreshHit");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
