package io.edgepix.localedge.function;

import com.google.gson.JsonObject;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.Reasons;
import org.jspecify.annotations.Nullable;

/** Converts the checked result of a function. */
public final class Results {
    private Results() {}

    /** Converts a response. If it has no body, the body from the origin is used. */
    public static Answer toAnswer(JsonObject result, @Nullable Answer origin) {
        int status = Integer.parseInt(result.get("status").getAsString());
        byte[] passedOn = origin == null ? new byte[0] : origin.body();
        return new Answer(
                status,
                JsonFields.string(result, "statusDescription")
                        .filter(reason -> !reason.isEmpty())
                        .orElseGet(() -> Reasons.of(status)),
                Headers.ofEvent(HeaderRules.map(result)),
                JsonFields.string(result, "body")
                        .map(body -> ResponseRules.decode(result, body))
                        .orElse(passedOn));
    }

    public static EdgeFailureException invalid(BrokenRuleException e) {
        return new EdgeFailureException(
                502,
                "The function's result was invalid: " + e.rule() + ".",
                "edge rule broken: " + e.rule() + ": " + e.getMessage());
    }
}
