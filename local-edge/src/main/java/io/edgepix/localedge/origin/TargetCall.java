package io.edgepix.localedge.origin;

import io.edgepix.localedge.behaviour.Target;
import io.edgepix.localedge.cache.OriginFetch;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import java.util.Map;
import java.util.Optional;

/** Answers a cache miss by an origin or an origin group. */
public final class TargetCall {
    private final Target target;
    private final Map<String, OriginCall> origins;

    /** Creates the call. {@code origins} has the origins of the distribution by their ids. */
    public TargetCall(Target target, Map<String, OriginCall> origins) {
        this.target = target;
        this.origins = origins;
    }

    /**
     * Sends a request.
     *
     * @param selected the id of the origin that a CloudFront Function has selected instead of the target
     */
    public OriginFetch.Response fetch(OriginRequest request, Optional<String> selected) throws EdgeFailureException {
        Answer answer = selected.isPresent() ? origin(selected.get()).answer(request) : ofGroup(request);
        Answer known = request.known();
        if (known == null || answer.status() != 304) {
            return new OriginFetch.Response(answer, false);
        }
        return new OriginFetch.Response(refreshed(known, answer.headers()), true);
    }

    private Answer ofGroup(OriginRequest request) throws EdgeFailureException {
        OriginCall first = origin(target.origin());
        if (target.second().isEmpty()) {
            return first.answer(request);
        }
        String method = request.viewer().method();
        Optional<String> second;
        try {
            Answer answer = first.answer(request);
            second = target.after(answer.status(), method);
            if (second.isEmpty()) {
                return answer;
            }
        } catch (EdgeFailureException e) {
            second = target.afterFailure(method);
            if (second.isEmpty()) {
                throw e;
            }
        }
        return origin(second.get()).answer(request);
    }

    private OriginCall origin(String id) throws EdgeFailureException {
        OriginCall origin = origins.get(id);
        if (origin == null) {
            throw new EdgeFailureException(
                    502, "The function selected an unknown origin.", "edge rule broken: unknown-origin: " + id);
        }
        return origin;
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
