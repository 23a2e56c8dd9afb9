package io.edgepix.localedge.function;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.edgepix.localedge.behaviour.Phase;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a function returns by CloudFront's rules, each of which has a name. */
public final class EdgeRules {
    private static final List<Rule> HEADERS = List.of(
            new Rule("header-shape", HeaderRules::shape),
            new Rule("read-only-header", HeaderRules::readOnly),
            new Rule("disallowed-header", HeaderRules::disallowed));
    private static final List<Rule> RESPONSE = List.of(
            new Rule("status", ResponseRules::status),
            new Rule("status-description", ResponseRules::statusDescription),
            new Rule("body-encoding", ResponseRules::bodyEncoding),
            new Rule("body", ResponseRules::body),
            new Rule("response-size", ResponseRules::size));
    private static final List<Rule> REQUEST = List.of(
            new Rule("uri", RequestRules::uri),
            new Rule("querystring", RequestRules::querystring),
            new Rule("read-only-field", RequestRules::readOnlyFields));

    /** Checks a result; {@code before} is the part of the event that the result replaces. */
    @FunctionalInterface
    interface Check {
        Optional<String> breach(Phase phase, JsonObject before, JsonObject result);
    }

    /** A rule with its name. */
    record Rule(String name, Check check) {}

    private EdgeRules() {}

    /** Reads a viewer-request function's result: the request to go on with, or a response. */
    public static JsonObject ofViewerRequest(JsonObject request, String resultJson) throws BrokenRuleException {
        JsonObject result = parse(Phase.VIEWER_REQUEST, resultJson);
        if (isResponse(result)) {
            check(HEADERS, Phase.VIEWER_REQUEST, new JsonObject(), result);
            check(RESPONSE, Phase.VIEWER_REQUEST, new JsonObject(), result);
        } else {
            check(REQUEST, Phase.VIEWER_REQUEST, request, result);
            check(HEADERS, Phase.VIEWER_REQUEST, request, result);
        }
        return result;
    }

    /** Reads an origin-response function's result. */
    public static JsonObject ofOriginResponse(JsonObject response, String resultJson) throws BrokenRuleException {
        JsonObject result = parse(Phase.ORIGIN_RESPONSE, resultJson);
        check(HEADERS, Phase.ORIGIN_RESPONSE, response, result);
        check(RESPONSE, Phase.ORIGIN_RESPONSE, response, result);
        return result;
    }

    /** Returns whether a viewer-request function's result is a response, not a request. */
    public static boolean isResponse(JsonObject result) {
        return result.has("status");
    }

    private static void check(List<Rule> rules, Phase phase, JsonObject before, JsonObject result)
            throws BrokenRuleException {
        for (Rule rule : rules) {
            Optional<String> breach = rule.check().breach(phase, before, result);
            if (breach.isPresent()) {
                throw new BrokenRuleException(rule.name(), phase.eventType() + " " + breach.get());
            }
        }
    }

    private static JsonObject parse(Phase phase, @Nullable String json) throws BrokenRuleException {
        try {
            JsonReader reader = new JsonReader(new StringReader(Objects.requireNonNullElse(json, "null")));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException | IOException e) {
            throw new BrokenRuleException("result-shape", phase.eventType() + " returned text that is not JSON");
        }
        throw new BrokenRuleException("result-shape", phase.eventType() + " returned no object");
    }
}
