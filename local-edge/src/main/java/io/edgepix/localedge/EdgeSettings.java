package io.edgepix.localedge;

import com.github.benmanes.caffeine.cache.Ticker;
import io.edgepix.cloudformation.Template;
import io.edgepix.derivative.Offer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings that tests change.
 *
 * @param offer what the page at {@code /} shows; null for no page
 */
record EdgeSettings(
        Stack stack,
        Ticker clock,
        Timeouts timeouts,
        Capacity capacity,
        Logs logs,
        @Nullable Offer offer) {
    private static final long MAX_CACHE_BYTES = 256L << 20;

    /**
     * The stack to run.
     *
     * @param parameters the parameters of the template, except the names of packages
     */
    record Stack(Template template, Map<String, String> parameters) {}

    /**
     * The time limits of the edge.
     *
     * @param viewer the limit for the viewer-request function; null for that of the template
     * @param origin the limit for the origin-response function; null for that of the template
     * @param idle the limit for a connection without traffic
     */
    record Timeouts(@Nullable Duration viewer, @Nullable Duration origin, Duration idle) {}

    /** The instances of the origin-response function, and the size of the cache. */
    record Capacity(int originInstances, long cacheBytes) {}

    /**
     * The receivers of lines.
     *
     * @param access receives one line for each request, sometimes followed by a hint
     * @param fault receives one line for each broken rule and each function that failed
     */
    record Logs(Consumer<String> access, Consumer<String> fault) {}

    static EdgeSettings defaults() {
        return new EdgeSettings(
                new Stack(Template.edgepix(), Map.of()),
                Ticker.systemTicker(),
                new Timeouts(null, null, Duration.ofSeconds(30)),
                new Capacity(
                        Runtime.getRuntime().availableProcessors(),
                        Math.min(MAX_CACHE_BYTES, Runtime.getRuntime().maxMemory() / 8)),
                new Logs(System.err::println, System.err::println),
                null);
    }

    EdgeSettings withStack(Stack other) {
        return new EdgeSettings(other, clock, timeouts, capacity, logs, offer);
    }

    EdgeSettings withTemplate(Template other) {
        return new EdgeSettings(new Stack(other, stack.parameters), clock, timeouts, capacity, logs, offer);
    }

    EdgeSettings withClock(Ticker other) {
        return new EdgeSettings(stack, other, timeouts, capacity, logs, offer);
    }

    EdgeSettings withTimeouts(Duration viewer, Duration origin) {
        return new EdgeSettings(stack, clock, new Timeouts(viewer, origin, timeouts.idle), capacity, logs, offer);
    }

    EdgeSettings withIdleTimeout(Duration other) {
        return new EdgeSettings(
                stack, clock, new Timeouts(timeouts.viewer, timeouts.origin, other), capacity, logs, offer);
    }

    EdgeSettings withOriginInstances(int other) {
        return new EdgeSettings(stack, clock, timeouts, new Capacity(other, capacity.cacheBytes), logs, offer);
    }

    EdgeSettings withLogs(Consumer<String> access, Consumer<String> fault) {
        return new EdgeSettings(stack, clock, timeouts, capacity, new Logs(access, fault), offer);
    }

    EdgeSettings withPage(Offer other) {
        return new EdgeSettings(stack, clock, timeouts, capacity, logs, other);
    }
}
