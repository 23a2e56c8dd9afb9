package io.edgepix.localedge.function;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.edgepix.localedge.behaviour.EventType;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the result of a function against CloudFront's rules. Each rule has a name. */
public final class EdgeRules {
    private static final List<NamedCheck> HEADERS = List.of(
            new NamedCheck("header-shape", HeaderRules::shape),
            new NamedCheck("read-only-header", HeaderRules::readOnly),
            new NamedCheck("disallowed-header", HeaderRules::disallowed));
    private static final List<NamedCheck> RESPONSE = List.of(
            new NamedCheck("status", ResponseRules::status),
            new NamedCheck("status-description", ResponseRules::statusDescription),
            new NamedCheck("body-encoding", ResponseRules::bodyEncoding),
            new NamedCheck("body", ResponseRules::body),
            new NamedCheck("response-size", ResponseRules::size));
    private static final List<NamedCheck> REQUEST = List.of(
            new NamedCheck("uri", RequestRules::uri),
            new NamedCheck("querystring", RequestRules::querystring),
            new NamedCheck("read-only-field", RequestRules::readOnlyFields));

    /** Checks a result; {@code before} is the part of the event that the result replaces. */
    @FunctionalInterface
    interface Check {
        Optional<String> breach(EventType eventType, JsonObject before, JsonObject result);
    }

    /** A check with the name of the rule that it applies. */
    record NamedCheck(String name, Check check) {}

    private EdgeRules() {}

    /** Reads a viewer-request function's result: the request to continue with, or a response. */
    public static JsonObject ofViewerRequest(JsonObject request, String resultJson) throws BrokenRuleException {
        return ofViewerRequest(request, parse(EventType.VIEWER_REQUEST, resultJson));
    }

    static JsonObject ofViewerRequest(JsonObject request, JsonObject result) throws BrokenRuleException {
        if (isResponse(result)) {
            check(HEADERS, EventType.VIEWER_REQUEST, new JsonObject(), result);
            check(RESPONSE, EventType.VIEWER_REQUEST, new JsonObject(), result);
        } else {
            check(REQUEST, EventType.VIEWER_REQUEST, request, result);
            check(HEADERS, EventType.VIEWER_REQUEST, request, result);
        }
        return result;
    }

    /** Reads an origin-response function's result. */
    public static JsonObject ofOriginResponse(JsonObject response, String resultJson) throws BrokenRuleException {
        JsonObject result = parse(EventType.ORIGIN_RESPONSE, resultJson);
        check(HEADERS, EventType.ORIGIN_RESPONSE, response, result);
        check(RESPONSE, EventType.ORIGIN_RESPONSE, response, result);
        return result;
    }

    /** Checks the response of a viewer-response function. */
    static JsonObject ofViewerResponse(JsonObject response, JsonObject result) throws BrokenRuleException {
        check(HEADERS, EventType.VIEWER_RESPONSE, response, result);
        check(RESPONSE, EventType.VIEWER_RESPONSE, response, result);
        return result;
    }

    /** Returns whether a viewer-request function's result is a response, not a request. */
    public static boolean isResponse(JsonObject result) {
        return result.has("status");
    }

    private static void check(List<NamedCheck> rules, EventType eventType, JsonObject before, JsonObject result)
            throws BrokenRuleException {
        for (NamedCheck rule : rules) {
            Optional<String> breach = rule.check().breach(eventType, before, result);
            if (breach.isPresent()) {
                throw new BrokenRuleException(rule.name(), eventType.value() + " " + breach.get());
            }
        }
    }

    private static JsonObject parse(EventType eventType, @Nullable String json) throws BrokenRuleException {
        try {
            JsonReader reader = new JsonReader(new StringReader(Objects.requireNonNullElse(json, "null")));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException | IOException e) {
            throw new BrokenRuleException("result-shape", eventType.value() + " returned text that is not JSON");
        }
        throw new BrokenRuleException("result-shape", eventType.value() + " returned no object");
    }
}
