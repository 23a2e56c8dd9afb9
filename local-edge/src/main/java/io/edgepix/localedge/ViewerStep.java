package io.edgepix.localedge;

import com.google.gson.JsonObject;

/** The viewer-request function in front of the cache: it sends the request on, or answers it. */
final class ViewerStep {
    /** What comes of a request. */
    sealed interface Outcome {
        /** On to the cache, under this path. */
        record Forward(String uri) implements Outcome {}

        /** Answered already. */
        record Reply(Answer answer) implements Outcome {}
    }

    private final Events events;
    private final Invoker function;

    ViewerStep(Events events, Invoker function) {
        this.events = events;
        this.function = function;
    }

    Outcome apply(ViewerRequest viewer) throws EdgeFailureException {
        JsonObject event = events.viewerRequest(viewer);
        JsonObject before = Events.cf(event).getAsJsonObject("request");
        String json = function.invoke(event.toString());
        try {
            JsonObject result = EdgeRules.ofViewerRequest(before, json);
            return EdgeRules.isResponse(result)
                    ? new Outcome.Reply(Results.toAnswer(result, null))
                    : new Outcome.Forward(result.get("uri").getAsString());
        } catch (BrokenRuleException e) {
            throw Results.invalid(e);
        }
    }
}
