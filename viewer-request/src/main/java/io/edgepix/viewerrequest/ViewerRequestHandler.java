package io.edgepix.viewerrequest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Cors;
import io.edgepix.derivative.JdkHmac;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.ViewerRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The viewer-request function on the JVM; returns the event's {@link EdgeRequest} or an {@link EdgeResponse}. */
public final class ViewerRequestHandler implements RequestHandler<CloudFrontEvent, Object> {
    private final Rule rule;
    private final InstantSource clock;
    private final Cors cors;

    /** Creates the function for a configuration. */
    public ViewerRequestHandler(Config config) {
        this(config, InstantSource.system());
    }

    /** Creates the function with another clock, by which signatures expire. */
    ViewerRequestHandler(Config config, InstantSource clock) {
        this.rule = new Rule(config.offer(), new JdkHmac());
        this.clock = clock;
        this.cors = config.cors();
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

    /** Handles an event as JSON, and returns JSON. */
    public String handleJson(String event) {
        return EventJson.write(handleRequest(EventJson.read(event), null));
    }

    private ViewerRequest read(EdgeRequest request) {
        return new ViewerRequest(
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
