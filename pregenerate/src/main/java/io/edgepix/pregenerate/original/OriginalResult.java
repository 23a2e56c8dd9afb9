package io.edgepix.pregenerate.original;

/**
 * The result of the work for one original.
 *
 * @param rendered the objects that were rendered and stored
 * @param found the objects that were there already
 * @param bytes the sum of the sizes of the rendered objects
 * @param decodings how often the original was decoded
 * @param removed the outdated objects that were deleted
 * @param isChanged whether CloudFront may have cached something that is outdated
 */
public record OriginalResult(int rendered, int found, long bytes, int decodings, int removed, boolean isChanged) {}
