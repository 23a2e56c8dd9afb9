package io.edgepix.localedge;

import com.google.gson.JsonObject;
import io.edgepix.localedge.function.BrokenRuleException;
import io.edgepix.localedge.function.EdgeRules;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.function.JsonFields;
import io.edgepix.localedge.function.Results;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import org.jspecify.annotations.Nullable;

/** Runs the viewer-request function in front of the cache. The function forwards the request or answers it. */
final class ViewerStep {
    /** The outcome of the function. */
    sealed interface Outcome {
        /** The request continues to the cache with this path and query string. */
        record Forward(String uri, String query) implements Outcome {}

        /** The function answers. */
        record Reply(Answer answer) implements Outcome {}
    }

    private final Events events;
    private final @Nullable Invoker function;

    /** Creates the step; {@code function} is null if none is attached. */
    ViewerStep(Events events, @Nullable Invoker function) {
        this.events = events;
        this.function = function;
    }

    Outcome apply(ViewerRequest viewer) throws EdgeFailureException {
        if (function == null) {
            return new Outcome.Forward(viewer.uri(), viewer.query());
        }
        JsonObject event = events.viewerRequest(viewer);
        JsonObject before = Events.cf(event).getAsJsonObject("request");
        String json = function.invoke(event.toString());
        try {
            JsonObject result = EdgeRules.ofViewerRequest(before, json);
            return EdgeRules.isResponse(result)
                    ? new Outcome.Reply(Results.toAnswer(result, null))
                    : new Outcome.Forward(
                            result.get("uri").getAsString(),
                            JsonFields.string(result, "querystring").orElse(""));
        } catch (BrokenRuleException e) {
            throw Results.invalid(e);
        }
    }
}
