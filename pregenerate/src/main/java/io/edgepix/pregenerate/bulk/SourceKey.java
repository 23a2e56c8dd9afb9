package io.edgepix.pregenerate.bulk;

/**
 * The key of an original from a source.
 *
 * @param position the position of the source after this key
 * @param isChanged whether the source has seen derivatives that may be older than the original
 */
public record SourceKey(String key, String position, boolean isChanged) {
    /** Creates a key without a sign of outdated derivatives. */
    public SourceKey(String key, String position) {
        this(key, position, false);
    }
}
