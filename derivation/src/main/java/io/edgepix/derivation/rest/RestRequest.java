package io.edgepix.derivation.rest;

import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A request for an object.
 *
 * @param key with the prefix of the bucket
 * @param body the bytes of a PUT; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record RestRequest(SdkHttpMethod method, String key, Map<String, String> headers, byte[] body) {
    private static final byte[] NO_BODY = {};

    /** Creates a request without a body. */
    RestRequest(SdkHttpMethod method, String key, Map<String, String> headers) {
        this(method, key, headers, NO_BODY);
    }

    boolean isPut() {
        return method == SdkHttpMethod.PUT;
    }
}
