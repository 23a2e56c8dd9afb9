package io.edgepix.localedge.function;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import java.io.IOException;
import java.util.Optional;

/** Calls the CloudFront Functions of a behaviour, and checks what they return. */
public final class ViewerCodeCall {
    /**
     * What a viewer-request function returns: a request in the form of Lambda@Edge, or a response.
     *
     * @param selectedOrigin the id of the origin that the function has selected
     */
    public record Result(JsonObject value, Optional<String> selectedOrigin) {
        /** Returns whether the function answers. */
        public boolean isResponse() {
            return EdgeRules.isResponse(value);
        }
    }

    private final FunctionProcess functions;

    public ViewerCodeCall(FunctionProcess functions) {
        this.functions = functions;
    }

    /** Calls the viewer-request function. */
    public Result request(ViewerRequest viewer) throws EdgeFailureException {
        JsonObject event = CodeEvents.viewerRequest(viewer);
        JsonObject answer = answer("viewer-request", event);
        JsonObject before = CodeEvents.toRequest(event.getAsJsonObject("request"), viewer);
        JsonElement selected = answer.get("selectedOrigin");
        try {
            JsonObject result = answer.has("response")
                    ? CodeEvents.toResponse(answer.getAsJsonObject("response"))
                    : CodeEvents.toRequest(answer.getAsJsonObject("request"), viewer);
            return new Result(
                    EdgeRules.ofViewerRequest(before, result),
                    selected == null ? Optional.empty() : Optional.of(selected.getAsString()));
        } catch (BrokenRuleException e) {
            throw Results.invalid(e);
        } catch (ClassCastException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw malformed("viewer-request");
        }
    }

    /** Calls the viewer-response function. It is not called for errors. */
    public Answer response(ViewerRequest viewer, Answer answer) throws EdgeFailureException {
        if (answer.isError()) {
            return answer;
        }
        JsonObject event = CodeEvents.viewerResponse(viewer, answer);
        JsonObject before = CodeEvents.toResponse(event.getAsJsonObject("response"));
        try {
            JsonObject response = answer("viewer-response", event).getAsJsonObject("response");
            return Results.toAnswer(EdgeRules.ofViewerResponse(before, CodeEvents.toResponse(response)), answer);
        } catch (BrokenRuleException e) {
            throw Results.invalid(e);
        } catch (ClassCastException | IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw malformed("viewer-response");
        }
    }

    private JsonObject answer(String name, JsonObject event) throws EdgeFailureException {
        try {
            return functions.answer(event);
        } catch (IOException e) {
            throw new EdgeFailureException(
                    503,
                    "The " + name + " function failed.",
                    "edge function failed: " + name + ": "
                            + String.valueOf(e.getMessage()).replaceAll("\\R", " "));
        }
    }

    private static EdgeFailureException malformed(String name) {
        return Results.invalid(
                new BrokenRuleException("result-shape", name + " returned neither a request nor a response"));
    }
}
