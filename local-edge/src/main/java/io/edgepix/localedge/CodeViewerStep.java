package io.edgepix.localedge;

import io.edgepix.localedge.function.JsonFields;
import io.edgepix.localedge.function.Results;
import io.edgepix.localedge.function.ViewerCodeCall;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;

/** Runs the CloudFront Functions of a behaviour. */
final class CodeViewerStep implements ViewerStep {
    private final ViewerCodeCall code;

    CodeViewerStep(ViewerCodeCall code) {
        this.code = code;
    }

    @Override
    public Outcome apply(ViewerRequest viewer) throws EdgeFailureException {
        ViewerCodeCall.Result result = code.request(viewer);
        return result.isResponse()
                ? new Outcome.Reply(Results.toAnswer(result.value(), null))
                : new Outcome.Forward(
                        result.value().get("uri").getAsString(),
                        JsonFields.string(result.value(), "querystring").orElse(""),
                        result.selectedOrigin());
    }

    @Override
    public Answer respond(ViewerRequest viewer, Answer answer) throws EdgeFailureException {
        return code.response(viewer, answer);
    }
}
