package io.edgepix.derivation;

/**
 * The result of a batch.
 *
 * @param originalEtag the ETag of the current original, in quotes
 * @param rendered the number of objects that were rendered and stored
 * @param found the number of objects that were in the bucket already
 * @param bytes the sum of the sizes of the rendered objects
 * @param isDecoded whether the original was decoded
 * @param hasOutdated whether the bucket had derivatives of a former original
 */
public record BatchResult(
        String originalEtag, int rendered, int found, long bytes, boolean isDecoded, boolean hasOutdated) {}
