package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.derivation.answer.HeaderFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The header fields of a response in an event. */
final class EdgeHeaders implements HeaderFields {
    private final Map<String, List<CloudFrontEvent.Header>> headers;

    /** Creates the fields of a response, which may have no headers yet. */
    EdgeHeaders(EdgeResponse response) {
        if (response.getHeaders() == null) {
            response.setHeaders(new LinkedHashMap<>());
        }
        this.headers = response.getHeaders();
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(headers.keySet());
    }

    @Override
    public String value(String name) {
        return Headers.value(headers, name);
    }

    @Override
    public void set(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), Headers.of(name, value));
    }

    @Override
    public void remove(String name) {
        headers.remove(name);
    }
}
