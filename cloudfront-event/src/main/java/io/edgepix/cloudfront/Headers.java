package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Header maps of events: lower-case names to lists of key and value. */
public final class Headers {
    private Headers() {}

    /** The value of a header, by its lower-case name; several are joined by commas; empty where there is none. */
    public static String value(@Nullable Map<String, List<CloudFrontEvent.Header>> headers, String name) {
        List<CloudFrontEvent.Header> values = headers == null ? null : headers.get(name);
        return values == null
                ? ""
                : values.stream().map(CloudFrontEvent.Header::getValue).collect(Collectors.joining(", "));
    }

    /** A header's list with one value; the key is the header's name as it goes over the wire. */
    public static List<CloudFrontEvent.Header> of(String key, String value) {
        CloudFrontEvent.Header header = new CloudFrontEvent.Header();
        header.setKey(key);
        header.setValue(value);
        return List.of(header);
    }
}
