package io.edgepix.localedge.function;

import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Rules for the response that a function returns. */
final class ResponseRules {
    private ResponseRules() {}

    static Optional<String> status(EventType eventType, JsonObject before, JsonObject result) {
        Optional<String> returned = JsonFields.string(result, "status");
        if (returned.isEmpty()) {
            return Optional.of("returned a status that is not a string");
        }
        String status = returned.get();
        boolean inRange = status.length() == 3
                && status.chars().allMatch(c -> c >= '0' && c <= '9')
                && status.charAt(0) >= '2'
                && status.charAt(0) <= '5';
        return inRange ? Optional.empty() : Optional.of("returned a status that is not 200 to 599");
    }

    static Optional<String> statusDescription(EventType eventType, JsonObject before, JsonObject result) {
        if (JsonFields.isAbsent(result, "statusDescription")) {
            return Optional.empty();
        }
        Optional<String> text = JsonFields.string(result, "statusDescription");
        boolean printable = text.isPresent() && text.get().chars().allMatch(c -> c >= ' ' && c <= '~');
        return printable
                ? Optional.empty()
                : Optional.of("returned a statusDescription that is not a printable string");
    }

    static Optional<String> bodyEncoding(EventType eventType, JsonObject before, JsonObject result) {
        if (JsonFields.isAbsent(result, "bodyEncoding")) {
            return Optional.empty();
        }
        String encoding = JsonFields.string(result, "bodyEncoding").orElse("");
        return encoding.equals("text") || encoding.equals("base64")
                ? Optional.empty()
                : Optional.of("returned a bodyEncoding that is neither text nor base64");
    }

    static Optional<String> body(EventType eventType, JsonObject before, JsonObject result) {
        if (JsonFields.isAbsent(result, "body")) {
            return Optional.empty();
        }
        Optional<String> body = JsonFields.string(result, "body");
        if (body.isEmpty()) {
            return Optional.of("returned a body that is not a string");
        }
        try {
            decode(result, body.get());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("returned a body that is not base64");
        }
    }

    /** Checks the size of a generated response as JSON, in which base64 is a third larger than the picture. */
    static Optional<String> size(EventType eventType, JsonObject before, JsonObject result) {
        if (JsonFields.string(result, "body").isEmpty() && eventType != EventType.VIEWER_REQUEST) {
            return Optional.empty();
        }
        int bytes = result.toString().getBytes(StandardCharsets.UTF_8).length;
        return bytes <= eventType.maxGeneratedBytes()
                ? Optional.empty()
                : Optional.of("returned " + bytes + " bytes, over " + eventType.maxGeneratedBytes());
    }

    static byte[] decode(JsonObject result, String body) {
        return JsonFields.string(result, "bodyEncoding")
                        .filter("base64"::equals)
                        .isPresent()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
