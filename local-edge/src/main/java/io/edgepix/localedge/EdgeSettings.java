package io.edgepix.localedge;

import com.github.benmanes.caffeine.cache.Ticker;
import io.edgepix.cloudformation.Template;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings that tests change.
 *
 * @param template of the stack
 * @param parameters of the template, apart from those that name packages
 * @param viewerTimeout replaces the template's; null for that one
 * @param originTimeout replaces the template's; null for that one
 * @param accessLog receives one line a request, sometimes followed by a hint
 * @param faultLog receives one line for each broken rule and each function that failed
 */
record EdgeSettings(
        Template template,
        Map<String, String> parameters,
        Ticker clock,
        @Nullable Duration viewerTimeout,
        @Nullable Duration originTimeout,
        int originInstances,
        long cacheBytes,
        Duration idleTimeout,
        Consumer<String> accessLog,
        Consumer<String> faultLog) {
    private static final long MAX_CACHE_BYTES = 256L << 20;

    static EdgeSettings defaults() {
        return new EdgeSettings(
                Template.edgepix(),
                Map.of(),
                Ticker.systemTicker(),
                null,
                null,
                Runtime.getRuntime().availableProcessors(),
                Math.min(MAX_CACHE_BYTES, Runtime.getRuntime().maxMemory() / 8),
                Duration.ofSeconds(30),
                System.err::println,
                System.err::println);
    }

    EdgeSettings withTemplate(Template other) {
        return new EdgeSettings(
                other,
                parameters,
                clock,
                viewerTimeout,
                originTimeout,
                originInstances,
                cacheBytes,
                idleTimeout,
                accessLog,
                faultLog);
    }

    EdgeSettings withParameters(Map<String, String> others) {
        return new EdgeSettings(
                template,
                others,
                clock,
                viewerTimeout,
                originTimeout,
                originInstances,
                cacheBytes,
                idleTimeout,
                accessLog,
                faultLog);
    }

    EdgeSettings withClock(Ticker other) {
        return new EdgeSettings(
                template,
                parameters,
                other,
                viewerTimeout,
                originTimeout,
                originInstances,
                cacheBytes,
                idleTimeout,
                accessLog,
                faultLog);
    }

    EdgeSettings withTimeouts(Duration viewer, Duration origin) {
        return new EdgeSettings(
                template,
                parameters,
                clock,
                viewer,
                origin,
                originInstances,
                cacheBytes,
                idleTimeout,
                accessLog,
                faultLog);
    }

    EdgeSettings withOriginInstances(int other) {
        return new EdgeSettings(
                template,
                parameters,
                clock,
                viewerTimeout,
                originTimeout,
                other,
                cacheBytes,
                idleTimeout,
                accessLog,
                faultLog);
    }

    EdgeSettings withIdleTimeout(Duration other) {
        return new EdgeSettings(
                template,
                parameters,
                clock,
                viewerTimeout,
                originTimeout,
                originInstances,
                cacheBytes,
                other,
                accessLog,
                faultLog);
    }

    EdgeSettings withLogs(Consumer<String> access, Consumer<String> fault) {
        return new EdgeSettings(
                template,
                parameters,
                clock,
                viewerTimeout,
                originTimeout,
                originInstances,
                cacheBytes,
                idleTimeout,
                access,
                fault);
    }
}
