package io.edgepix.derivation.store;

import java.util.Optional;

/**
 * A derivative to be stored: its bytes and the metadata of the object.
 *
 * @param vary the value of the HTTP header {@code Vary}; empty if the derivative does not depend on request headers
 * @param originalEtag the ETag of the original that it was rendered from, in quotes
 * @param cacheTag the tag that all derivatives of one original share, and by which a cache invalidates them together
 * @param expires whether the object gets the tag by which a lifecycle rule of the bucket deletes it
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record PutRequest(
        byte[] bytes,
        String contentType,
        String cacheControl,
        Optional<String> vary,
        String originalEtag,
        String cacheTag,
        boolean expires) {}
