package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A response in an event, with the fields that {@link CloudFrontEvent.Response} lacks. */
public final class EdgeResponse extends CloudFrontEvent.Response {
    private @Nullable String body;
    private @Nullable String bodyEncoding;
    private transient byte @Nullable [] bytes;

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
        this.bytes = null;
    }

    /** Lets the origin's body through; to a HEAD there is none, and no length is stated. */
    public void setNoBody() {
        this.body = null;
        this.bodyEncoding = null;
        this.bytes = null;
    }

    /** Sets a body of bytes. The JSON says that it is base64, but holds it only after {@link #encodeBody()}. */
    public void setBinaryBody(byte[] bytes) {
        this.body = null;
        this.bodyEncoding = "base64";
        this.bytes = bytes;
    }

    /** The bytes that are still to be encoded; empty where there are none. */
    public byte[] binaryBody() {
        return bytes == null ? new byte[0] : bytes;
    }

    /** Turns the bytes, if any, into base64. */
    public EdgeResponse encodeBody() {
        if (bytes != null) {
            body = Base64.getEncoder().encodeToString(bytes);
            bytes = null;
        }
        return this;
    }
}
