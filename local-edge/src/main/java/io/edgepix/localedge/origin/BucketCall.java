package io.edgepix.localedge.origin;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.localedge.bucket.S3Origin;
import io.edgepix.localedge.function.BrokenRuleException;
import io.edgepix.localedge.function.EdgeRules;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.function.Results;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import org.jspecify.annotations.Nullable;

/** Sends a request to S3, and lets the origin-response function edit the answer of S3. */
public final class BucketCall implements OriginCall {
    private final S3Origin origin;
    private final Events events;
    private final @Nullable Invoker function;

    /** Creates the call; {@code function} is null if none is attached. */
    public BucketCall(S3Origin origin, Events events, @Nullable Invoker function) {
        this.origin = origin;
        this.events = events;
        this.function = function;
    }

    @Override
    public Answer answer(OriginRequest request) throws EdgeFailureException {
        String uri = request.uri();
        String knownETag = request.knownETag();
        Answer fromS3 = origin.fetch(request.viewer().method(), uri, knownETag, request.range());
        return function == null
                ? fromS3
                : edited(
                        events.originResponse(request.viewer(), uri, request.query(), knownETag, fromS3),
                        uri,
                        fromS3,
                        request.inBackground(),
                        function);
    }

    private static Answer edited(JsonObject event, String uri, Answer fromS3, boolean inBackground, Invoker function)
            throws EdgeFailureException {
        JsonObject before = Events.cf(event).getAsJsonObject("response");
        String result = result(event.toString(), mayRender(uri, fromS3), inBackground, function);
        try {
            return Results.toAnswer(EdgeRules.ofOriginResponse(before, result), fromS3);
        } catch (BrokenRuleException e) {
            throw Results.invalid(e);
        }
    }

    private static String result(String event, boolean mayRender, boolean inBackground, Invoker function)
            throws EdgeFailureException {
        if (!mayRender) {
            return function.invokeWithoutWaiting(event);
        }
        return inBackground ? function.invokeInBackground(event) : function.invoke(event);
    }

    /** Returns whether the function may render: only a derivative that S3 does not have is rendered. */
    private static boolean mayRender(String uri, Answer fromS3) {
        boolean isMissing = fromS3.status() == 403 || fromS3.status() == 404;
        return isMissing && PathGrammar.isDerivative(Key.ofAnyPath(uri));
    }
}
