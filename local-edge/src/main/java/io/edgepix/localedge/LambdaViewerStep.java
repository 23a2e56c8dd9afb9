package io.edgepix.localedge;

import com.google.gson.JsonObject;
import io.edgepix.localedge.function.BrokenRuleException;
import io.edgepix.localedge.function.EdgeRules;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.function.JsonFields;
import io.edgepix.localedge.function.Results;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.Optional;

/** Runs the viewer-request function of Lambda@Edge. */
final class LambdaViewerStep implements ViewerStep {
    private final Events events;
    private final Invoker function;

    LambdaViewerStep(Events events, Invoker function) {
        this.events = events;
        this.function = function;
    }

    @Override
    public Outcome apply(ViewerRequest viewer) throws EdgeFailureException {
        JsonObject event = events.viewerRequest(viewer);
        JsonObject before = Events.cf(event).getAsJsonObject("request");
        String json = function.invoke(event.toString());
        try {
            JsonObject result = EdgeRules.ofViewerRequest(before, json);
            return EdgeRules.isResponse(result)
                    ? new Outcome.Reply(Results.toAnswer(result, null))
                    : new Outcome.Forward(
                            result.get("uri").getAsString(),
                            JsonFields.string(result, "querystring").orElse(""),
                            Optional.empty());
        } catch (BrokenRuleException e) {
            throw Results.invalid(e);
        }
    }
}
