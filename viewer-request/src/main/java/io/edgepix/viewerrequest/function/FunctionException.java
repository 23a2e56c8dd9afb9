package io.edgepix.viewerrequest.function;

/** Thrown if a CloudFront Function cannot do what {@code edgepix.json} asks for. The message is a sentence for users. */
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FunctionException(String message) {
        super(message);
    }
}
