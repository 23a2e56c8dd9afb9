package io.edgepix.localedge.origin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.Reasons;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A function behind its URL, as Lambda serves it: checks the signature and the permissions, and converts between HTTP and
 * events of payload format 2.0.
 */
final class FunctionUrl {
    /** Lambda's limit for the answer of a function, as JSON. */
    static final int MAX_ANSWER_BYTES = 6_291_556;

    private final FunctionOrigin origin;
    private final Signatures signatures;
    private final Invoker function;

    FunctionUrl(FunctionOrigin origin, Signatures signatures, Invoker function) {
        this.origin = origin;
        this.signatures = signatures;
        this.function = function;
    }

    /**
     * Answers a request.
     *
     * @param sourceIp the address of the viewer
     * @param requestId the id of the request in the event
     * @param inBackground whether no viewer waits for the answer
     */
    Answer answer(UrlRequest request, String sourceIp, String requestId, boolean inBackground)
            throws EdgeFailureException {
        Optional<String> refusal = refusal(request);
        if (refusal.isPresent()) {
            Headers headers = new Headers()
                    .add("Content-Type", "application/json")
                    .add("x-amzn-ErrorType", "AccessDeniedException");
            String body = "{\"Message\":\"Forbidden: the request " + refusal.get() + "\"}";
            return new Answer(403, Reasons.of(403), headers, body.getBytes(StandardCharsets.UTF_8));
        }
        String event = UrlEvents.of(request, sourceIp, requestId).toString();
        String result = result(event, PathGrammar.isDerivative(Key.ofAnyPath(request.path())), inBackground);
        Answer answer = toAnswer(result);
        answer.headers().add("x-amzn-RequestId", requestId);
        return request.method().equals("HEAD") ? withoutBody(answer) : answer;
    }

    /** Returns the answer to a HEAD. It has the length of the body that the function returned, if that is not empty. */
    private static Answer withoutBody(Answer answer) {
        if (answer.body().length > 0) {
            answer.headers().set("Content-Length", Integer.toString(answer.body().length));
        }
        return new Answer(answer.status(), answer.reason(), answer.headers(), new byte[0]);
    }

    private String result(String event, boolean mayRender, boolean inBackground) throws EdgeFailureException {
        if (!mayRender) {
            return function.invokeWithoutWaiting(event);
        }
        return inBackground ? function.invokeInBackground(event) : function.invoke(event);
    }

    private Optional<String> refusal(UrlRequest request) {
        if (!request.headers().get("host").orElse("").equals(origin.domainName())) {
            return Optional.of("is for another host");
        }
        Optional<String> refusal = signatures.refusal(request, origin.region());
        return refusal.isEmpty() && !origin.isPermitted() ? Optional.of("is of a caller without permission") : refusal;
    }

    private Answer toAnswer(String result) throws EdgeFailureException {
        int bytes = result.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_ANSWER_BYTES) {
            throw invalid("response-size", "returned " + bytes + " bytes, over " + MAX_ANSWER_BYTES);
        }
        try {
            JsonObject object = JsonParser.parseString(result).getAsJsonObject();
            int status = object.get("statusCode").getAsInt();
            if (status < 200 || status > 599) {
                throw invalid("status", "returned the status " + status);
            }
            Headers headers = new Headers();
            for (Map.Entry<String, JsonElement> header : headers(object).entrySet()) {
                headers.add(header.getKey(), header.getValue().getAsString());
            }
            return new Answer(status, Reasons.of(status), headers, body(object));
        } catch (ClassCastException
                | JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | UnsupportedOperationException e) {
            throw invalid("result-shape", "returned no answer of payload format 2.0");
        }
    }

    private static JsonObject headers(JsonObject result) {
        JsonElement headers = result.get("headers");
        return headers == null || headers.isJsonNull() ? new JsonObject() : headers.getAsJsonObject();
    }

    private static byte[] body(JsonObject result) {
        JsonElement body = result.get("body");
        if (body == null || body.isJsonNull()) {
            return new byte[0];
        }
        JsonElement isBase64 = result.get("isBase64Encoded");
        return isBase64 != null && !isBase64.isJsonNull() && isBase64.getAsBoolean()
                ? Base64.getDecoder().decode(body.getAsString())
                : body.getAsString().getBytes(StandardCharsets.UTF_8);
    }

    private EdgeFailureException invalid(String rule, String detail) {
        return new EdgeFailureException(
                502,
                "The function's result was invalid: " + rule + ".",
                "edge rule broken: " + rule + ": " + origin.functionId().toLowerCase(Locale.ROOT) + " " + detail);
    }
}
