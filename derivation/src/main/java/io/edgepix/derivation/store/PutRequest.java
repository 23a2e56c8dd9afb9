package io.edgepix.derivation.store;

/**
 * A derivative as it is kept.
 *
 * @param vary which headers of a request led to it, as HTTP's {@code vary} has them; empty for none
 * @param originalEtag the ETag of the original it was made from, in quotes
 * @param cacheTag what all derivatives of one original share, for invalidation at once
 * @param expires whether the bucket is to delete it some day, by its tag
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record PutRequest(
        byte[] bytes,
        String contentType,
        String cacheControl,
        String vary,
        String originalEtag,
        String cacheTag,
        boolean expires) {}
