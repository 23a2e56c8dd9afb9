package io.edgepix.localedge.origin;

import io.edgepix.localedge.http.Headers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to a function URL.
 *
 * @param path the path, percent-encoded as it is sent
 */
record UrlRequest(String method, String host, String path, String query, Headers headers) {
    UrlRequest with(Headers others) {
        return new UrlRequest(method, host, path, query, others);
    }

    /** Returns the parameters of the query as they are sent; values of the same name are joined by commas. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.merge(
                        name, equals < 0 ? "" : parameter.substring(equals + 1), (first, next) -> first + "," + next);
            }
        }
        return parameters;
    }
}
