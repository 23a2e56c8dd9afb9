package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Header maps of events: lower-case names to lists of key and value. */
public final class Headers {
    private Headers() {}

    /** The first value of a header, by its lower-case name, or empty. */
    public static String first(@Nullable Map<String, List<CloudFrontEvent.Header>> headers, String name) {
        List<CloudFrontEvent.Header> values = headers == null ? null : headers.get(name);
        if (values == null || values.isEmpty() || values.getFirst().getValue() == null) {
            return "";
        }
        return values.getFirst().getValue();
    }

    /** A header's list with one value; the key is the header's name as it goes over the wire. */
    public static List<CloudFrontEvent.Header> of(String key, String value) {
        CloudFrontEvent.Header header = new CloudFrontEvent.Header();
        header.setKey(key);
        header.setValue(value);
        return List.of(header);
    }
}
