package io.edgepix.localedge.origin;

import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import java.time.InstantSource;

/** Sends a request to a function URL. The host of the viewer is never sent, as Lambda would refuse it. */
public final class FunctionUrlCall implements OriginCall {
    private final FunctionOrigin origin;
    private final Invoker function;
    private final Signatures signatures = new Signatures(InstantSource.system());
    private final FunctionUrl url;

    public FunctionUrlCall(FunctionOrigin origin, Invoker function) {
        this.origin = origin;
        this.function = function;
        this.url = new FunctionUrl(origin, signatures, function);
    }

    @Override
    public Answer answer(OriginRequest request) throws EdgeFailureException {
        Headers headers = request.forwarded().copy();
        if (headers.get("user-agent").isEmpty()) {
            headers.set("User-Agent", "Amazon CloudFront");
        }
        headers.set("Host", origin.domainName())
                .set("X-Forwarded-For", request.viewer().clientIp())
                .set("Via", Events.VIA)
                .set("X-Amz-Cf-Id", request.viewer().id())
                .remove("if-none-match")
                .remove("if-modified-since");
        String knownETag = request.knownETag();
        if (knownETag != null) {
            headers.set("If-None-Match", knownETag);
        }
        UrlRequest plain =
                new UrlRequest(request.viewer().method(), origin.domainName(), request.uri(), request.query(), headers);
        UrlRequest sent = origin.isSigned() ? signatures.sign(plain, origin.region()) : plain;
        return url.answer(sent, request.viewer().clientIp(), request.viewer().id(), request.inBackground());
    }

    @Override
    public void close() {
        function.close();
    }
}
