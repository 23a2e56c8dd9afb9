package io.edgepix.localedge.cache;

import io.edgepix.localedge.http.Answer;

/** An answer, how the cache came by it, and how old it is. */
public record CacheResult(Answer answer, CacheStatus status, long ageSeconds) {}
