package io.edgepix.localedge.behaviour;

import io.edgepix.localedge.http.Headers;
import java.util.List;

/**
 * The key of an answer in the cache: the path, and the parts that the cache policy adds.
 *
 * @param hasQuery whether the query string is part of it, and so is sent to the origin
 * @param headers the names of the headers that are part of it
 */
public record CacheKey(boolean hasQuery, List<String> headers) {
    public String of(String uri, String query, Headers viewer) {
        StringBuilder key = new StringBuilder(uri);
        if (hasQuery) {
            key.append('?').append(query);
        }
        for (String header : headers) {
            key.append('\n')
                    .append(header)
                    .append(": ")
                    .append(viewer.get(header).orElse(""));
        }
        return key.toString();
    }

    /** Returns the path of a key. */
    public static String pathOf(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) != '?' && key.charAt(end) != '\n') {
            end++;
        }
        return key.substring(0, end);
    }

    /** Returns the query string for the origin and its function. */
    public String forwarded(String query) {
        return hasQuery ? query : "";
    }
}
