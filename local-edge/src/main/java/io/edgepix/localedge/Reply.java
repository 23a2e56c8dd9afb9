package io.edgepix.localedge;

import io.edgepix.localedge.cache.CacheResult;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.Reasons;
import java.util.Set;

/** An answer to the viewer, the path by which the cache looked it up, and its {@code X-Cache} header. */
record Reply(Answer answer, String uri, String xCache) {
    private static final String BY = " from edgepix";
    private static final byte[] NO_BODY = new byte[0];
    /** Headers that describe a body, which a 304 does not have. */
    private static final Set<String> BODY_HEADERS =
            Set.of("content-type", "content-length", "content-encoding", "content-language");

    Reply with(Answer other) {
        return new Reply(other, uri, xCache);
    }

    static Reply error(Answer answer, String uri) {
        return new Reply(answer, uri, "Error" + BY);
    }

    static Reply generated(Answer answer, String uri) {
        return new Reply(answer, uri, "LambdaGeneratedResponse" + BY);
    }

    static Reply byCode(Answer answer, String uri) {
        return new Reply(answer, uri, "FunctionGeneratedResponse" + BY);
    }

    static Reply purged(Answer answer, String uri) {
        return new Reply(answer, uri, "Purge" + BY);
    }

    /** Returns the reply with an answer that a deployed stack does not have. */
    static Reply local(Answer answer, String uri) {
        return new Reply(answer, uri, "LocalEdge" + BY);
    }

    static Reply cached(CacheResult result, String uri, boolean notModified) {
        Answer answer = notModified ? notModified(result.answer()) : result.answer();
        String xCache = (answer.isError() ? "Error" : result.status().word()) + BY;
        if (result.status() != CacheResult.Status.HIT && result.ageSeconds() == 0) {
            return new Reply(answer, uri, xCache);
        }
        Headers headers = answer.headers().copy().set("Age", Long.toString(result.ageSeconds()));
        return new Reply(answer.withHeaders(headers), uri, xCache);
    }

    private static Answer notModified(Answer full) {
        Headers headers = full.headers().copy();
        BODY_HEADERS.forEach(headers::remove);
        return new Answer(304, Reasons.of(304), headers, NO_BODY);
    }
}
