package io.edgepix.localedge.behaviour;

import io.edgepix.cloudformation.Resource;
import io.edgepix.cloudformation.Values;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads the CloudFront Functions of a behaviour. */
final class ViewerCodes {
    static final Behaviour.ViewerCode NONE = new Behaviour.ViewerCode(Optional.empty(), Optional.empty());
    private static final String FUNCTION = "AWS::CloudFront::Function";
    private static final int MAX_CODE_BYTES = 10_240;

    private ViewerCodes() {}

    static Behaviour.ViewerCode read(References references, Map<String, Object> behaviour) {
        Behaviour.ViewerCode code = NONE;
        for (Object association : Values.list(behaviour.get("FunctionAssociations"))) {
            String event = String.valueOf(Values.at(association, "EventType"));
            Object arn = Values.at(association, "FunctionARN");
            Resource function = references
                    .findByAttribute(FUNCTION, "FunctionARN", arn)
                    .or(() -> references.findByAttribute(FUNCTION, "FunctionMetadata.FunctionARN", arn))
                    .orElseGet(() -> references.to(FUNCTION, arn));
            Optional<String> text = Optional.of(text(function));
            code = switch (event) {
                case "viewer-request" -> new Behaviour.ViewerCode(text, code.response());
                case "viewer-response" -> new Behaviour.ViewerCode(code.request(), text);
                default ->
                    throw new IllegalArgumentException(
                            "The template attaches a CloudFront Function to an event: expected viewer-request or"
                                    + " viewer-response, got " + event);
            };
        }
        return code;
    }

    private static String text(Resource function) {
        Object runtime = function.at("FunctionConfig", "Runtime");
        References.refuse(!"cloudfront-js-2.0".equals(runtime), "the runtime " + runtime);
        References.refuse(
                !Boolean.TRUE.equals(function.at("AutoPublish")), "a CloudFront Function without AutoPublish");
        String code = String.valueOf(function.at("FunctionCode"));
        int bytes = code.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_CODE_BYTES) {
            throw new IllegalArgumentException("The template: " + function.id() + " has " + bytes
                    + " bytes of code, more than " + MAX_CODE_BYTES + ".");
        }
        return code;
    }
}
