package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A response in an event, with the fields that {@link CloudFrontEvent.Response} lacks. */
public final class EdgeResponse extends CloudFrontEvent.Response {
    private @Nullable String body;
    private @Nullable String bodyEncoding;
    private transient byte @Nullable [] bytes;

    /** Returns the generated body in its encoding; null keeps the body of the origin. */
    public @Nullable String getBody() {
        return body;
    }

    /** Returns {@code text} or {@code base64}; null stands for text. */
    public @Nullable String getBodyEncoding() {
        return bodyEncoding;
    }

    /** Sets a plain-text body. */
    public void setTextBody(String text) {
        this.body = text;
        this.bodyEncoding = "text";
        this.bytes = null;
    }

    /** Keeps the body of the origin. The answer to a HEAD has no body, and no length is set. */
    public void setNoBody() {
        this.body = null;
        this.bodyEncoding = null;
        this.bytes = null;
    }

    /** Sets a body of bytes. {@link #encodeBody()} encodes it as base64 for the JSON. */
    public void setBinaryBody(byte[] bytes) {
        this.body = null;
        this.bodyEncoding = "base64";
        this.bytes = bytes;
    }

    /** Returns the bytes that {@link #encodeBody()} has not encoded yet; empty if there are none. */
    public byte[] binaryBody() {
        return bytes == null ? new byte[0] : bytes;
    }

    /** Encodes the bytes, if there are any, as base64. */
    public EdgeResponse encodeBody() {
        if (bytes != null) {
            body = Base64.getEncoder().encodeToString(bytes);
            bytes = null;
        }
        return this;
    }
}
