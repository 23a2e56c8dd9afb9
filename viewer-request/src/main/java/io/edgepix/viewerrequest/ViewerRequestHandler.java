package io.edgepix.viewerrequest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.derivative.Cors;
import io.edgepix.derivative.Hmac;
import io.edgepix.derivative.Offer;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.RuleRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The viewer-request function on the JVM. It returns the {@link EdgeRequest} of the event or an {@link EdgeResponse}. */
public final class ViewerRequestHandler implements RequestHandler<CloudFrontEvent, Object> {
    private final Rule rule;
    private final InstantSource clock;
    private final Cors cors;

    /** Creates the function for an offer. */
    public ViewerRequestHandler(Offer offer, Hmac hmac) {
        this(offer, hmac, InstantSource.system());
    }

    /** Creates the function with the clock that decides whether a signature has expired. */
    ViewerRequestHandler(Offer offer, Hmac hmac, InstantSource clock) {
        this.rule = new Rule(offer, hmac);
        this.clock = clock;
        this.cors = offer.cors();
    }

    @Override
    public Object handleRequest(CloudFrontEvent event, @Nullable Context context) {
        EdgeRequest request = (EdgeRequest) EventJson.cf(event).getRequest();
        if (request.getMethod().equals("OPTIONS")) {
            return GeneratedAnswer.preflight(cors, request.header("origin"));
        }
        return switch (rule.decide(read(request))) {
            case Decision.Pass() -> request;
            case Decision.Rewrite(String uri) -> rewritten(request, uri);
            case Decision.Refuse(String sentence) -> answer(request, "400", "Bad Request", sentence);
            case Decision.Forbid() -> answer(request, "403", "Forbidden", "Forbidden.");
        };
    }

    /** Handles an event in JSON, and returns the result in JSON. */
    public String handleJson(String event) {
        return EventJson.write(handleRequest(EventJson.read(event), null));
    }

    private RuleRequest read(EdgeRequest request) {
        return new RuleRequest(
                request.getMethod(),
                request.getUri(),
                request.getQuerystring(),
                request.header("accept"),
                request.header("user-agent"),
                request.header("sec-ch-dpr"),
                request.header("sec-ch-width"),
                request.header("save-data"),
                Long.toString(clock.instant().getEpochSecond()));
    }

    private static EdgeRequest rewritten(EdgeRequest request, String uri) {
        request.setUri(uri);
        request.setQuerystring("");
        return request;
    }

    private EdgeResponse answer(EdgeRequest request, String status, String description, String sentence) {
        return GeneratedAnswer.text(status, description, sentence, cors, request.header("origin"));
    }
}
