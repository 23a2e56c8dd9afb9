package io.edgepix.localedge;

import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.behaviour.CacheKey;
import io.edgepix.localedge.behaviour.EventType;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.bucket.S3Origin;
import io.edgepix.localedge.cache.CacheResult;
import io.edgepix.localedge.cache.EdgeCache;
import io.edgepix.localedge.function.EdgeFunction;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ByteRange;
import io.edgepix.localedge.http.Conditions;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import io.edgepix.localedge.page.LocalPages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests in CloudFront's order: method, viewer-request, cache, S3, origin-response, answer. Two
 * things CloudFront does not have: a method that purges originals, and a page at the root.
 */
final class Distribution implements AutoCloseable {
    private static final String REFUSED_METHOD =
            "This distribution is not configured to allow the HTTP request method that was used for this request.";
    private static final int MAX_URI_CHARS = 8_192;

    private final Behaviour behaviour;
    private final Map<EventType, Invoker> functions = new EnumMap<>(EventType.class);
    private final ViewerStep viewerStep;
    private final OriginStep originStep;
    private final EdgeCache cache;
    private final PurgeEndpoint purging;
    private final @Nullable LocalPages pages;
    private final Consumer<String> faultLog;

    /** Creates a distribution. {@code packages} contains the functions by the zip in which they are packaged. */
    Distribution(Behaviour behaviour, LocalBucket bucket, Map<String, EdgeFunction> packages, EdgeSettings settings) {
        this.behaviour = behaviour;
        behaviour
                .functions()
                .forEach((eventType, attached) ->
                        functions.put(eventType, invoker(eventType, attached, packages, settings)));
        Events events = new Events(behaviour.origin());
        this.viewerStep = new ViewerStep(events, functions.get(EventType.VIEWER_REQUEST));
        this.originStep = new OriginStep(
                new S3Origin(bucket, behaviour.origin()), events, functions.get(EventType.ORIGIN_RESPONSE));
        this.faultLog = settings.logs().fault();
        this.cache =
                new EdgeCache(settings.clock(), behaviour, settings.capacity().cacheBytes(), faultLog);
        this.purging = new PurgeEndpoint(bucket, behaviour.origin(), cache);
        this.pages = settings.offer() == null ? null : new LocalPages(bucket, behaviour.origin(), settings.offer());
    }

    private static Invoker invoker(
            EventType eventType,
            Behaviour.Attached attached,
            Map<String, EdgeFunction> packages,
            EdgeSettings settings) {
        EdgeFunction function = packages.get(attached.packageKey());
        if (function == null) {
            throw new IllegalArgumentException("The template runs an unknown package: " + attached.packageKey());
        }
        return switch (eventType) {
            case VIEWER_REQUEST ->
                new Invoker(
                        eventType,
                        function,
                        Integer.MAX_VALUE,
                        Objects.requireNonNullElse(settings.timeouts().viewer(), attached.timeout()));
            case ORIGIN_RESPONSE ->
                new Invoker(
                        eventType,
                        function,
                        settings.capacity().originInstances(),
                        Objects.requireNonNullElse(settings.timeouts().origin(), attached.timeout()));
        };
    }

    Reply serve(ViewerRequest viewer) {
        boolean isPurge = viewer.method().equals(PurgeEndpoint.METHOD);
        if (!isPurge && !behaviour.methods().contains(viewer.method())) {
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
            return switch (viewerStep.apply(viewer)) {
                case ViewerStep.Outcome.Reply reply -> Reply.generated(reply.answer(), viewer.uri());
                case ViewerStep.Outcome.Forward forward -> fromCache(viewer, forward.uri(), forward.query());
            };
        } catch (EdgeFailureException e) {
            return failed(viewer, e);
        }
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

    /** Answers from the cache. The response headers policy is applied last. */
    private Reply fromCache(ViewerRequest viewer, String forwarded, String query) throws EdgeFailureException {
        String uri = forwarded.equals("/") ? "/" + behaviour.rootObject() : forwarded;
        CacheKey policy = behaviour.cacheKey();
        String key = policy.of(uri, query, viewer.headers());
        ByteRange range = rangeOf(viewer).orElse(null);
        boolean part = range != null && !cache.isFresh(key);
        CacheResult result = cache.get(
                part ? key + "\nrange: " + range : key,
                viewer.method().equals("GET") && !part,
                (stale, inBackground) -> originStep.fetch(
                        viewer, uri, policy.forwarded(query), part ? range : null, stale, inBackground));
        boolean notModified = Conditions.notModified(viewer.headers(), result.answer());
        Reply reply = Reply.cached(result, uri, notModified);
        Answer answer = range == null || part ? reply.answer() : range.of(reply.answer());
        return reply.with(
                behaviour.headers().apply(answer, viewer.headers().get("origin").orElse(null)));
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
        functions.values().forEach(Invoker::close);
    }
}
