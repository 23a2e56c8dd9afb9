package io.edgepix.localedge;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.localedge.bucket.S3Origin;
import io.edgepix.localedge.cache.OriginFetch;
import io.edgepix.localedge.function.BrokenRuleException;
import io.edgepix.localedge.function.EdgeRules;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.function.Results;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ByteRange;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;
import org.jspecify.annotations.Nullable;

/** Answers a cache miss: sends a request to S3, and lets the origin-response function edit the answer of S3. */
final class OriginStep {
    private final S3Origin origin;
    private final Events events;
    private final @Nullable Invoker function;

    /** Creates the step; {@code function} is null if none is attached. */
    OriginStep(S3Origin origin, Events events, @Nullable Invoker function) {
        this.origin = origin;
        this.events = events;
        this.function = function;
    }

    OriginFetch.Response fetch(
            ViewerRequest viewer,
            String uri,
            String query,
            @Nullable ByteRange range,
            @Nullable Answer stale,
            boolean inBackground)
            throws EdgeFailureException {
        Answer known = stale != null && stale.status() == 200 && !viewer.isHead() ? stale : null;
        String knownETag = known == null ? null : known.headers().get("etag").orElse(null);
        Answer fromS3 = origin.fetch(viewer.method(), uri, knownETag, range);
        Answer answer = function == null
                ? fromS3
                : edited(
                        events.originResponse(viewer, uri, query, knownETag, fromS3),
                        uri,
                        fromS3,
                        inBackground,
                        function);
        if (known == null || answer.status() != 304) {
            return new OriginFetch.Response(answer, false);
        }
        return new OriginFetch.Response(refreshed(known, answer.headers()), true);
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

    /** Combines the stale body with the headers of the 304, as HTTP requires. */
    private static Answer refreshed(Answer stale, Headers newer) {
        Headers headers = stale.headers().copy();
        for (Headers.Field field : newer.fields()) {
            if (!field.is("content-length") && !field.is("content-type")) {
                headers.set(field.name(), newer.get(field.name()).orElseThrow());
            }
        }
        return stale.withHeaders(headers);
    }
}
