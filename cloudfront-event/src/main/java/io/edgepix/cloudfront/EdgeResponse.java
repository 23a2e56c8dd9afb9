package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import org.jspecify.annotations.Nullable;

/** A response in an event, with the fields that {@link CloudFrontEvent.Response} lacks. */
public final class EdgeResponse extends CloudFrontEvent.Response {
    private @Nullable String body;
    private @Nullable String bodyEncoding;

    /** The generated body in its encoding; null lets the origin's body through. */
    public @Nullable String getBody() {
        return body;
    }

    /** {@code text} or {@code base64}; null means text. */
    public @Nullable String getBodyEncoding() {
        return bodyEncoding;
    }

    /** Sets a body of plain text. */
    public void setTextBody(String text) {
        this.body = text;
        this.bodyEncoding = "text";
    }

    /** Sets a body that is already in base64. */
    public void setBase64Body(String base64) {
        this.body = base64;
        this.bodyEncoding = "base64";
    }
}
