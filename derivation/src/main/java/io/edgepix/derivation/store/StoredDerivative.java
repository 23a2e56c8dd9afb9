package io.edgepix.derivation.store;

/**
 * A derivative in the bucket.
 *
 * @param bytes the whole object; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record StoredDerivative(byte[] bytes, Validators validators) {}
