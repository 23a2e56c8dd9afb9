package io.edgepix.derivation.store;

/**
 * A bucket, or the part of a bucket under a prefix.
 *
 * @param prefix precedes every key: empty, or a path without a leading slash and with one at its end
 */
public record Bucket(String name, String region, String prefix) {}
