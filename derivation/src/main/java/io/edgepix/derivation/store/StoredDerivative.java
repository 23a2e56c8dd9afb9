package io.edgepix.derivation.store;

/**
 * A derivative in the bucket.
 *
 * @param bytes the whole object; not copied, not to be changed
 * @param originalEtag the ETag of the original that it was rendered from, in quotes
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record StoredDerivative(byte[] bytes, Validators validators, String originalEtag) {}
