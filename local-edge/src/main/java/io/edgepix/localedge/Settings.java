package io.edgepix.localedge;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a test may want otherwise.
 *
 * @param accessLog takes one line a request
 * @param faultLog takes one line for each rule broken and each function that failed
 */
record Settings(
        Ticker clock,
        Duration viewerTimeout,
        Duration originTimeout,
        int originInstances,
        long cacheBytes,
        Duration idleTimeout,
        Consumer<String> accessLog,
        Consumer<String> faultLog) {
    private static final long MAX_CACHE_BYTES = 256L << 20;

    static Settings defaults() {
        return new Settings(
                Ticker.systemTicker(),
                Phase.VIEWER_REQUEST.timeout(),
                Phase.ORIGIN_RESPONSE.timeout(),
                Runtime.getRuntime().availableProcessors(),
                Math.min(MAX_CACHE_BYTES, Runtime.getRuntime().maxMemory() / 8),
                Duration.ofSeconds(30),
                System.err::println,
                System.err::println);
    }

    Settings withClock(Ticker other) {
        return new Settings(
                other, viewerTimeout, originTimeout, originInstances, cacheBytes, idleTimeout, accessLog, faultLog);
    }

    Settings withTimeouts(Duration viewer, Duration origin) {
        return new Settings(clock, viewer, origin, originInstances, cacheBytes, idleTimeout, accessLog, faultLog);
    }

    Settings withOriginInstances(int other) {
        return new Settings(clock, viewerTimeout, originTimeout, other, cacheBytes, idleTimeout, accessLog, faultLog);
    }

    Settings withIdleTimeout(Duration other) {
        return new Settings(
                clock, viewerTimeout, originTimeout, originInstances, cacheBytes, other, accessLog, faultLog);
    }

    Settings withLogs(Consumer<String> access, Consumer<String> fault) {
        return new Settings(
                clock, viewerTimeout, originTimeout, originInstances, cacheBytes, idleTimeout, access, fault);
    }
}
