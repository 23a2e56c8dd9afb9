package io.edgepix.quality.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A row, and the derivatives that it compares.
 *
 * @param ours our derivative, or null
 * @param theirs sharp's derivative, or null
 * @param shown the browser's derivative, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CaseResult(ConformanceRow row, byte @Nullable [] ours, byte @Nullable [] theirs, byte @Nullable [] shown) {}
