package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import org.jspecify.annotations.Nullable;

/** A request in an event, with the fields that {@link CloudFrontEvent.Request} lacks. */
public final class EdgeRequest extends CloudFrontEvent.Request {
    private @Nullable String querystring;
    private @Nullable Origin origin;

    /** Returns the text after the {@code ?} as the viewer sent it; empty if there is none. */
    public String getQuerystring() {
        return querystring == null ? "" : querystring;
    }

    /** Replaces the text after the {@code ?}. */
    public void setQuerystring(String querystring) {
        this.querystring = querystring;
    }

    /** Returns the origin of CloudFront; null except in origin events. */
    public @Nullable Origin getOrigin() {
        return origin;
    }

    /** Returns the value of a header by its lower-case name; empty if there is none. */
    public String header(String name) {
        return Headers.value(getHeaders(), name);
    }
}
