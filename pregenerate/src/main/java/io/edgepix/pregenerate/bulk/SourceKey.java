package io.edgepix.pregenerate.bulk;

/**
 * The key of an original from a source.
 *
 * @param position the position of the source after this key
 */
public record SourceKey(String key, String position) {}
