package io.edgepix.derivation.store;

import java.util.HashMap;
import java.util.Map;

/** The metadata of each derivative in S3. */
public final class ObjectMetadata {
    /** The ETag of the original that a derivative was rendered from. No other objects have this entry. */
    public static final String ORIGINAL_ETAG = "original-etag";

    private ObjectMetadata() {}

    static Map<String, String> of(PutRequest request) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(ORIGINAL_ETAG, request.originalEtag());
        metadata.put("cache-tag", request.cacheTag());
        request.vary().ifPresent(vary -> metadata.put("vary", vary));
        return metadata;
    }
}
