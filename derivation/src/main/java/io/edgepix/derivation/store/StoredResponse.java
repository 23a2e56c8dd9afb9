package io.edgepix.derivation.store;

import java.util.Map;

/**
 * An object as a bucket sends it to a cache.
 *
 * @param status 200, or 304 if the cache has the object
 * @param headers by their names, in lower case
 * @param bytes the whole object, not copied, not to be changed; none with status 304
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record StoredResponse(int status, Map<String, String> headers, byte[] bytes) {}
