package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import org.jspecify.annotations.Nullable;

/** A request in an event, with the fields that {@link CloudFrontEvent.Request} lacks. */
public final class EdgeRequest extends CloudFrontEvent.Request {
    private @Nullable String querystring;
    private @Nullable Origin origin;

    /** What follows the {@code ?}, as the viewer wrote it; empty where there is none. */
    public String getQuerystring() {
        return querystring == null ? "" : querystring;
    }

    /** Replaces what follows the {@code ?}. */
    public void setQuerystring(String querystring) {
        this.querystring = querystring;
    }

    /** Where CloudFront fetches from; only in origin events. */
    public @Nullable Origin getOrigin() {
        return origin;
    }

    /** The value of a header, by its lower-case name, or empty. */
    public String header(String name) {
        return Headers.value(getHeaders(), name);
    }
}
