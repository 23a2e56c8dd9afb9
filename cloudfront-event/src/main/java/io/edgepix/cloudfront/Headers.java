package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The header maps of events, which map lower-case names to lists of keys and values. */
public final class Headers {
    private Headers() {}

    /**
     * Returns the value of a header by its lower-case name; empty if there is none. Several values are joined by
     * commas.
     */
    public static String value(@Nullable Map<String, List<CloudFrontEvent.Header>> headers, String name) {
        List<CloudFrontEvent.Header> values = headers == null ? null : headers.get(name);
        return values == null
                ? ""
                : values.stream().map(CloudFrontEvent.Header::getValue).collect(Collectors.joining(", "));
    }

    /** Returns the list of a header with one value. The key is the name as it is sent. */
    public static List<CloudFrontEvent.Header> of(String key, String value) {
        CloudFrontEvent.Header header = new CloudFrontEvent.Header();
        header.setKey(key);
        header.setValue(value);
        return List.of(header);
    }
}
