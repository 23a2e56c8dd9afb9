package io.edgepix.pregenerate.listing;

import java.time.Instant;

/**
 * An object in the listing of a bucket.
 *
 * @param etag with its quotes
 */
public record ListedObject(String key, String etag, Instant modified) {}
