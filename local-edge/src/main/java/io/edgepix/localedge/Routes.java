package io.edgepix.localedge;

import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.behaviour.BucketOrigin;
import io.edgepix.localedge.behaviour.DistributionConfig;
import io.edgepix.localedge.behaviour.EventType;
import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.behaviour.Origin;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.bucket.S3Origin;
import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.function.FunctionProcess;
import io.edgepix.localedge.function.Invoker;
import io.edgepix.localedge.function.ViewerCodeCall;
import io.edgepix.localedge.origin.BucketCall;
import io.edgepix.localedge.origin.FunctionUrlCall;
import io.edgepix.localedge.origin.OriginCall;
import io.edgepix.localedge.origin.TargetCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The routes of a distribution. They share functions: the instances of one are the same for all behaviours. */
final class Routes implements AutoCloseable {
    private final DistributionConfig config;
    private final LocalBucket bucket;
    private final FunctionSource functions;
    private final EdgeSettings settings;
    private final Events events;
    private final Map<String, Invoker> invokers = new HashMap<>();
    private final Map<String, OriginCall> urls = new HashMap<>();
    private final Map<Behaviour.ViewerCode, FunctionProcess> code = new HashMap<>();
    private final Map<Behaviour, Route> routes = new LinkedHashMap<>();

    Routes(DistributionConfig config, LocalBucket bucket, FunctionSource functions, EdgeSettings settings) {
        this.config = config;
        this.bucket = bucket;
        this.functions = functions;
        this.settings = settings;
        this.events = new Events(config.bucket());
        try {
            config.behaviours().forEach(behaviour -> routes.put(behaviour, route(behaviour)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns the route for a path as the viewer sent it. */
    Route of(String path) {
        return Objects.requireNonNull(routes.get(config.of(path)));
    }

    private Route route(Behaviour behaviour) {
        Map<String, OriginCall> origins = new HashMap<>();
        config.origins().forEach((id, origin) -> origins.put(id, call(id, origin, behaviour)));
        return new Route(behaviour, viewerStep(behaviour), new TargetCall(behaviour.target(), origins));
    }

    private OriginCall call(String id, Origin origin, Behaviour behaviour) {
        return switch (origin) {
            case BucketOrigin s3 ->
                new BucketCall(new S3Origin(bucket, s3), events, attached(behaviour, EventType.ORIGIN_RESPONSE));
            case FunctionOrigin function -> urls.computeIfAbsent(id, key -> call(function));
        };
    }

    private OriginCall call(FunctionOrigin origin) {
        Duration timeout = shorter(origin.code().timeout(), origin.readTimeout());
        return new FunctionUrlCall(
                origin,
                new Invoker(
                        origin.functionId(),
                        functions.behindUrl(origin.code()),
                        settings.capacity().originInstances(),
                        Objects.requireNonNullElse(settings.timeouts().origin(), timeout)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private @Nullable Invoker attached(Behaviour behaviour, EventType eventType) {
        Behaviour.Attached attached = behaviour.functions().get(eventType);
        return attached == null
                ? null
                : invokers.computeIfAbsent(
                        eventType.value() + " " + attached.packageKey(), key -> invoker(eventType, attached));
    }

    private Invoker invoker(EventType eventType, Behaviour.Attached attached) {
        boolean isOrigin = eventType == EventType.ORIGIN_RESPONSE;
        Duration timeout =
                isOrigin ? settings.timeouts().origin() : settings.timeouts().viewer();
        return new Invoker(
                eventType.value(),
                functions.atTheEdge(attached.packageKey()),
                isOrigin ? settings.capacity().originInstances() : Integer.MAX_VALUE,
                Objects.requireNonNullElse(timeout, attached.timeout()));
    }

    private ViewerStep viewerStep(Behaviour behaviour) {
        Invoker function = attached(behaviour, EventType.VIEWER_REQUEST);
        if (function != null) {
            return new LambdaViewerStep(events, function);
        }
        return behaviour.code().isNone()
                ? ViewerStep.NONE
                : new CodeViewerStep(new ViewerCodeCall(code.computeIfAbsent(
                        behaviour.code(),
                        text -> FunctionProcess.start(text, settings.logs().fault()))));
    }

    @Override
    public void close() {
        invokers.values().forEach(Invoker::close);
        List.copyOf(urls.values()).forEach(OriginCall::close);
        code.values().forEach(FunctionProcess::close);
    }
}
