package io.edgepix.localedge;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.Optional;

/** Runs the functions between the viewer and the cache. */
interface ViewerStep {
    /** The step of a behaviour without functions for viewers. */
    ViewerStep NONE = viewer -> new Outcome.Forward(viewer.uri(), viewer.query(), Optional.empty());

    /** The outcome of the viewer-request function. */
    sealed interface Outcome {
        /**
         * The request continues to the cache with this path and query string.
         *
         * @param selectedOrigin the id of the origin that the function has selected instead of the behaviour's
         */
        record Forward(String uri, String query, Optional<String> selectedOrigin) implements Outcome {}

        /** The function answers. */
        record Reply(Answer answer) implements Outcome {}
    }

    /** Runs the viewer-request function, if there is one. */
    Outcome apply(ViewerRequest viewer) throws EdgeFailureException;

    /** Runs the viewer-response function, if there is one. */
    default Answer respond(ViewerRequest viewer, Answer answer) throws EdgeFailureException {
        return answer;
    }
}
