package io.edgepix.localedge.function;

import com.google.gson.JsonObject;
import io.edgepix.localedge.behaviour.Phase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Rules for the response that a function returns. */
final class ResponseRules {
    private ResponseRules() {}

    static @Nullable String status(Phase phase, JsonObject before, JsonObject result) {
        String status = JsonFields.string(result, "status");
        if (status == null) {
            return "returned a status that is no string";
        }
        boolean inRange = status.length() == 3
                && status.chars().allMatch(c -> c >= '0' && c <= '9')
                && status.charAt(0) >= '2'
                && status.charAt(0) <= '5';
        return inRange ? null : "returned a status that is not 200 to 599";
    }

    static @Nullable String statusDescription(Phase phase, JsonObject before, JsonObject result) {
        if (JsonFields.isAbsent(result, "statusDescription")) {
            return null;
        }
        String text = JsonFields.string(result, "statusDescription");
        boolean printable = text != null && text.chars().allMatch(c -> c >= ' ' && c <= '~');
        return printable ? null : "returned a statusDescription that is no printable string";
    }

    static @Nullable String bodyEncoding(Phase phase, JsonObject before, JsonObject result) {
        if (JsonFields.isAbsent(result, "bodyEncoding")) {
            return null;
        }
        String encoding = JsonFields.string(result, "bodyEncoding");
        return "text".equals(encoding) || "base64".equals(encoding)
                ? null
                : "returned a bodyEncoding that is neither text nor base64";
    }

    static @Nullable String body(Phase phase, JsonObject before, JsonObject result) {
        if (JsonFields.isAbsent(result, "body")) {
            return null;
        }
        String body = JsonFields.string(result, "body");
        if (body == null) {
            return "returned a body that is no string";
        }
        try {
            decode(result, body);
            return null;
        } catch (IllegalArgumentException e) {
            return "returned a body that is no base64";
        }
    }

    /** Checks the size of a generated response as JSON, in which base64 is a third larger than the picture. */
    static @Nullable String size(Phase phase, JsonObject before, JsonObject result) {
        if (JsonFields.string(result, "body") == null && phase == Phase.ORIGIN_RESPONSE) {
            return null;
        }
        int bytes = result.toString().getBytes(StandardCharsets.UTF_8).length;
        return bytes <= phase.maxGeneratedBytes()
                ? null
                : "returned " + bytes + " bytes, over " + phase.maxGeneratedBytes();
    }

    static byte[] decode(JsonObject result, String body) {
        return "base64".equals(JsonFields.string(result, "bodyEncoding"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
