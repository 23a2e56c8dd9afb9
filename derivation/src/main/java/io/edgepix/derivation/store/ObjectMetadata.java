package io.edgepix.derivation.store;

import java.util.HashMap;
import java.util.Map;

/** The metadata and the tag of each derivative in S3. */
public final class ObjectMetadata {
    /** The ETag of the original that a derivative was rendered from. No other objects have this entry. */
    public static final String ORIGINAL_ETAG = "original-etag";

    /** Precedes the name of an entry in the header of a request or response. */
    public static final String HEADER = "x-amz-meta-";

    /** The tag by which a lifecycle rule of the bucket recognises derivatives. Their keys have no common prefix. */
    public static final String EXPIRING = "edgepix=derivative";

    private ObjectMetadata() {}

    /** Returns the entries of a derivative. */
    public static Map<String, String> of(PutRequest request) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(ORIGINAL_ETAG, request.originalEtag());
        metadata.put("cache-tag", request.cacheTag());
        request.vary().ifPresent(vary -> metadata.put("vary", vary));
        return metadata;
    }
}
