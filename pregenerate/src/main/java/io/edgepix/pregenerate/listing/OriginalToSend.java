package io.edgepix.pregenerate.listing;

/**
 * An original that needs work.
 *
 * @param isChanged whether a derivative is not newer than the original, so that others may be outdated as well
 */
public record OriginalToSend(String key, boolean isChanged) {}
