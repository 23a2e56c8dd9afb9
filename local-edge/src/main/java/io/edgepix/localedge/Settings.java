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
record Settings(
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

    static Settings defaults() {
        return new Settings(
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

    Settings withTemplate(Template other) {
        return new Settings(
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

    Settings withParameters(Map<String, String> others) {
        return new Settings(
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

    Settings withClock(Ticker other) {
        return new Settings(
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

    Settings withTimeouts(Duration viewer, Duration origin) {
        return new Settings(
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

    Settings withOriginInstances(int other) {
        return new Settings(
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

    Settings withIdleTimeout(Duration other) {
        return new Settings(
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

    Settings withLogs(Consumer<String> access, Consumer<String> fault) {
        return new Settings(
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
