package io.edgepix.derivation.store;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The headers of S3's responses that a cache keeps with an object, and S3's metadata. */
public final class CachedHeaders {
    private static final Set<String> NAMES = Set.of("cache-control", "content-type", "date", "etag", "last-modified");

    private CachedHeaders() {}

    /** Returns the headers by their names, in lower case. */
    public static Map<String, String> of(SdkHttpResponse response) {
        Map<String, String> headers = new TreeMap<>();
        response.forEachHeader((header, values) -> {
            String name = name(header);
            if ((NAMES.contains(name) || name.startsWith(ObjectMetadata.HEADER)) && !values.isEmpty()) {
                headers.put(name, values.getFirst());
            }
        });
        return Collections.unmodifiableMap(headers);
    }

    private static String name(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals(UnreadHeaders.UNREAD_LAST_MODIFIED) ? "last-modified" : name;
    }
}
