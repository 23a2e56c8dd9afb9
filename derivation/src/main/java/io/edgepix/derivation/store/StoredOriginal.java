package io.edgepix.derivation.store;

/**
 * An original that was fetched.
 *
 * @param bytes the whole object; not copied, not to be changed
 * @param etag the object's ETag, in quotes
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record StoredOriginal(byte[] bytes, String etag) {}
