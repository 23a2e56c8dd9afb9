package io.edgepix.quality.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A row, and what it is about.
 *
 * @param ours our derivative, null where there is none
 * @param theirs theirs, null where there is none
 * @param shown what the browser shows, null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CaseResult(ConformanceRow row, byte @Nullable [] ours, byte @Nullable [] theirs, byte @Nullable [] shown) {}
