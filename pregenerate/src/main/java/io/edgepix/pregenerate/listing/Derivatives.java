package io.edgepix.pregenerate.listing;

import java.time.Instant;
import java.util.Set;

/**
 * The derivatives of one original that are in the bucket.
 *
 * @param original the key of the original, which may be gone
 * @param folders the folders of the derivatives, such as {@code 368x/webp/}
 * @param oldest the time of the derivative that was stored first
 */
record Derivatives(String original, Set<String> folders, Instant oldest) {}
