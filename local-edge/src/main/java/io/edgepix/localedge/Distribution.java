package io.edgepix.localedge;

import java.util.function.Consumer;

/** What CloudFront does with a request: method, viewer-request, cache, S3, origin-response, answer. */
final class Distribution implements AutoCloseable {
    private static final String REFUSED_METHOD =
            "This distribution is not configured to allow the HTTP request method that was used for this request.";
    private static final int MAX_URI_CHARS = 8_192;

    private final Invoker viewerFunction;
    private final Invoker originFunction;
    private final ViewerStep viewerStep;
    private final OriginStep originStep;
    private final EdgeCache cache;
    private final Consumer<String> faultLog;

    Distribution(LocalBucket bucket, EdgeFunction viewerRequest, EdgeFunction originResponse, Settings settings) {
        Events events = new Events(bucket.bucket());
        this.viewerFunction =
                new Invoker(Phase.VIEWER_REQUEST, viewerRequest, Integer.MAX_VALUE, settings.viewerTimeout());
        this.originFunction = new Invoker(
                Phase.ORIGIN_RESPONSE, originResponse, settings.originInstances(), settings.originTimeout());
        this.viewerStep = new ViewerStep(events, viewerFunction);
        this.originStep = new OriginStep(new S3Origin(bucket), events, originFunction);
        this.cache = new EdgeCache(settings.clock(), settings.cacheBytes());
        this.faultLog = settings.faultLog();
    }

    Reply serve(ViewerRequest viewer) {
        String method = viewer.method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Reply.error(Answer.text(403, REFUSED_METHOD), viewer.uri());
        }
        if (viewer.uri().length() + viewer.query().length() > MAX_URI_CHARS) {
            return Reply.error(Answer.text(414, "The request's URL is too long."), viewer.uri());
        }
        try {
            return switch (viewerStep.apply(viewer)) {
                case ViewerStep.Outcome.Reply reply -> Reply.generated(reply.answer(), viewer.uri());
                case ViewerStep.Outcome.Forward forward -> fromCache(viewer, forward.uri());
            };
        } catch (EdgeFailureException e) {
            return failed(viewer, e);
        }
    }

    private Reply fromCache(ViewerRequest viewer, String uri) throws EdgeFailureException {
        EdgeCache.Result result = cache.get(uri, !viewer.isHead(), stale -> originStep.fetch(viewer, uri, stale));
        boolean notModified = Conditions.notModified(viewer.headers(), result.answer());
        return Reply.cached(result, uri, notModified);
    }

    private Reply failed(ViewerRequest viewer, EdgeFailureException e) {
        faultLog.accept(e.logLine());
        return Reply.error(Answer.text(e.status(), e.forViewer()), viewer.uri());
    }

    @Override
    public void close() {
        viewerFunction.close();
        originFunction.close();
    }
}
