package io.edgepix.localedge;

import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.behaviour.CachePolicy;
import io.edgepix.localedge.behaviour.DistributionConfig;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.cache.CacheResult;
import io.edgepix.localedge.cache.EdgeCache;
import io.edgepix.localedge.cache.OriginFetch;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ByteRange;
import io.edgepix.localedge.http.Compression;
import io.edgepix.localedge.http.Conditions;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import io.edgepix.localedge.origin.OriginRequest;
import io.edgepix.localedge.page.LocalPages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests in CloudFront's order: behaviour, method, viewer-request, cache, origin, viewer-response, answer. Two
 * things CloudFront does not have: a method that purges originals, and a page at the root.
 */
final class Distribution implements AutoCloseable {
    private static final String REFUSED_METHOD =
            "This distribution is not configured to allow the HTTP request method that was used for this request.";
    private static final int MAX_URI_CHARS = 8_192;

    private final DistributionConfig config;
    private final Routes routes;
    private final EdgeCache cache;
    private final PurgeEndpoint purging;
    private final @Nullable LocalPages pages;
    private final Consumer<String> faultLog;

    Distribution(DistributionConfig config, LocalBucket bucket, FunctionSource functions, EdgeSettings settings) {
        this.config = config;
        this.routes = new Routes(config, bucket, functions, settings);
        this.faultLog = settings.logs().fault();
        this.cache = new EdgeCache(
                settings.clock(), config.tagHeader(), settings.capacity().cacheBytes(), faultLog);
        this.purging = new PurgeEndpoint(bucket, config.bucket(), cache);
        this.pages = settings.offer() == null ? null : new LocalPages(bucket, config.bucket(), settings.offer());
    }

    Reply serve(ViewerRequest viewer) {
        boolean isPurge = viewer.method().equals(PurgeEndpoint.METHOD);
        Route route = routes.of(viewer.uri());
        if (!isPurge && !route.behaviour().methods().contains(viewer.method())) {
            return Reply.error(Answer.text(403, REFUSED_METHOD), viewer.uri());
        }
        if (viewer.uri().length() + viewer.query().length() > MAX_URI_CHARS) {
            return Reply.error(Answer.text(414, "The request's URL is too long."), viewer.uri());
        }
        if (isPurge) {
            return purge(viewer);
        }
        try {
            Optional<Answer> local = pages == null ? Optional.empty() : pages.answer(viewer);
            if (local.isPresent()) {
                return Reply.local(local.get(), viewer.uri());
            }
            return through(route, viewer);
        } catch (EdgeFailureException e) {
            return failed(viewer, e);
        }
    }

    private Reply through(Route route, ViewerRequest viewer) throws EdgeFailureException {
        return switch (route.viewerStep().apply(viewer)) {
            case ViewerStep.Outcome.Reply reply ->
                route.behaviour().code().isNone()
                        ? Reply.generated(reply.answer(), viewer.uri())
                        : Reply.byCode(reply.answer(), viewer.uri());
            case ViewerStep.Outcome.Forward forward -> fromCache(route, viewer, forward);
        };
    }

    private Reply purge(ViewerRequest viewer) {
        try {
            return Reply.purged(purging.answer(viewer), viewer.uri());
        } catch (EdgeFailureException e) {
            return failed(viewer, e);
        }
    }

    /** Removes answers from the cache as CreateInvalidation does, and returns their number. */
    int invalidate(List<String> paths) {
        return paths.stream().map(PathInvalidation::of).mapToInt(cache::forget).sum();
    }

    /** Answers from the cache. The response headers policy is applied then, and the viewer-response function last. */
    private Reply fromCache(Route route, ViewerRequest viewer, ViewerStep.Outcome.Forward forward)
            throws EdgeFailureException {
        Behaviour behaviour = route.behaviour();
        CachePolicy policy = behaviour.cache();
        String uri = forward.uri().equals("/") ? "/" + config.rootObject() : forward.uri();
        Optional<String> encoding = policy.encoding(viewer.headers().get("accept-encoding"));
        String key = policy.key().of(uri, forward.query(), viewer.headers())
                + encoding.map("\nencoding: "::concat).orElse("");
        ByteRange range = rangeOf(viewer).orElse(null);
        boolean part = range != null && !cache.isFresh(key);
        String query =
                behaviour.forwarded().query() ? forward.query() : policy.key().forwarded(forward.query());
        CacheResult result = cache.get(
                part ? key + "\nrange: " + range : key,
                policy.ttl(),
                viewer.method().equals("GET") && !part,
                (stale, inBackground) -> {
                    OriginFetch.Response response = route.target()
                            .fetch(
                                    new OriginRequest(
                                            viewer,
                                            uri,
                                            query,
                                            behaviour.forwarded().of(viewer),
                                            part ? range : null,
                                            stale,
                                            inBackground),
                                    forward.selectedOrigin());
                    boolean gzip = behaviour.compresses() && encoding.isPresent() && !part;
                    return gzip
                            ? new OriginFetch.Response(Compression.gzip(response.answer()), response.revalidated())
                            : response;
                });
        boolean notModified = Conditions.notModified(viewer.headers(), result.answer());
        Reply reply = Reply.cached(result, uri, notModified);
        Answer answer = range == null || part ? reply.answer() : range.of(reply.answer());
        Answer withPolicy =
                behaviour.headers().apply(answer, viewer.headers().get("origin").orElse(null));
        return reply.with(route.viewerStep().respond(viewer, withPolicy));
    }

    /**
     * Returns the range that the viewer requests. Requests with {@code If-Range}, which is not supported, get the
     * complete answer.
     */
    private static Optional<ByteRange> rangeOf(ViewerRequest viewer) {
        return viewer.method().equals("GET") && viewer.headers().get("if-range").isEmpty()
                ? viewer.headers().get("range").flatMap(ByteRange::parse)
                : Optional.empty();
    }

    private Reply failed(ViewerRequest viewer, EdgeFailureException e) {
        faultLog.accept(e.logLine());
        return Reply.error(Answer.text(e.status(), e.forViewer()), viewer.uri());
    }

    @Override
    public void close() {
        routes.close();
    }
}
