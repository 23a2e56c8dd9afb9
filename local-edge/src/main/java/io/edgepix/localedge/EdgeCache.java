package io.edgepix.localedge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers by cache key, and one fetch at a time for each key. */
final class EdgeCache {
    /** How a request was met, in CloudFront's words. */
    enum Met {
        /** From the cache at once, be it stale. */
        HIT("Hit"),
        MISS("Miss"),
        /** From the cache once the origin was asked: unchanged, or not to be had. */
        REFRESH_HIT("RefreshHit");

        private final String word;

        Met(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** An answer, how it was come by, and how old it is. */
    record Result(Answer answer, Met met, long ageSeconds) {}

    /** Asks the origin; {@code stale} is what the cache had, if anything. */
    @FunctionalInterface
    interface Fetch {
        Fetched from(@Nullable Answer stale) throws EdgeFailureException;
    }

    /** What a fetch brought, and whether it is the stale answer made fresh. */
    record Fetched(Answer answer, boolean revalidated) {}

    /** {@code retryAt} is when the origin is asked again, after a failure. */
    private record Entry(Answer answer, long storedAt, Lifetime lifetime, long retryAt) {
        long age(long now) {
            return Duration.ofNanos(now - storedAt).toSeconds();
        }

        boolean hasFailedLately(long now) {
            return now - retryAt < 0;
        }

        Entry retriedIn(long seconds, long now) {
            return new Entry(
                    answer,
                    storedAt,
                    lifetime,
                    now + Duration.ofSeconds(seconds).toNanos());
        }
    }

    private static final Lifetime NEVER = new Lifetime(0, 0, 0);

    private final Ticker ticker;
    private final Behaviour behaviour;
    private final Consumer<String> faultLog;
    private final Cache<String, Entry> entries;
    private final Map<String, Flight> underWay = new HashMap<>();

    EdgeCache(Ticker ticker, Behaviour behaviour, long maxBytes, Consumer<String> faultLog) {
        this.ticker = ticker;
        this.behaviour = behaviour;
        this.faultLog = faultLog;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, Entry entry) -> entry.answer().weight() + 2 * key.length())
                .build();
    }

    /** Whether there is an answer that may be served without a fetch. */
    boolean isFresh(String key) {
        Entry entry = entries.getIfPresent(key);
        return entry != null && entry.age(ticker.read()) < entry.lifetime().fresh();
    }

    /** Answers from the cache, or fetches; callers that come while a fetch is under way share what it brings. */
    Result get(String key, boolean keep, Fetch fetch) throws EdgeFailureException {
        while (true) {
            Result held = held(key, keep, fetch);
            if (held != null) {
                return held;
            }
            Flight mine = new Flight(key, keep);
            Flight other = begin(mine);
            if (other == null) {
                return fly(mine, fetch).orThrow();
            }
            Flight.Outcome shared = other.await();
            if (!shared.isOutdated()) {
                return shared.orThrow();
            }
        }
    }

    /**
     * Forgets answers, fresh or stale. What a fetch under way brings of them goes to those who wait for it, and is not
     * kept: it may be as old.
     *
     * @return how many there were
     */
    synchronized int forget(Invalidation invalidation) {
        underWay.values().forEach(flight -> flight.note(invalidation));
        int forgotten = 0;
        for (Map.Entry<String, Entry> held : entries.asMap().entrySet()) {
            String path = CacheKey.pathOf(held.getKey());
            if (invalidation.concerns(path, held.getValue().answer(), behaviour.tagHeader())) {
                entries.invalidate(held.getKey());
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Registers a fetch; where one is under way already, that one instead. */
    private synchronized @Nullable Flight begin(Flight flight) {
        return underWay.putIfAbsent(flight.name(), flight);
    }

    private @Nullable Result held(String key, boolean keep, Fetch fetch) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            return null;
        }
        long now = ticker.read();
        long age = entry.age(now);
        boolean isFresh = age < entry.lifetime().fresh();
        boolean isRevalidated = age < entry.lifetime().whileRevalidating();
        boolean hasFailed = age < entry.lifetime().ifError() && entry.hasFailedLately(now);
        if (!isFresh && isRevalidated && keep && !entry.hasFailedLately(now)) {
            refresh(new Flight(key, true), fetch);
        }
        return isFresh || isRevalidated || hasFailed ? new Result(entry.answer(), Met.HIT, age) : null;
    }

    private void refresh(Flight flight, Fetch fetch) {
        if (begin(flight) == null) {
            Thread.ofVirtual().name("edge-refresh").start(() -> {
                EdgeFailureException failure = fly(flight, fetch).failure();
                if (failure != null) {
                    faultLog.accept(failure.logLine());
                }
            });
        }
    }

    private Flight.Outcome fly(Flight flight, Fetch fetch) {
        Flight.Outcome outcome =
                Flight.Outcome.of(new EdgeFailureException(502, "The edge failed.", "edge failed: " + flight.key()));
        try {
            outcome = ask(flight, fetch);
        } finally {
            end(flight);
            flight.land(outcome);
        }
        return outcome;
    }

    private Flight.Outcome ask(Flight flight, Fetch fetch) {
        Entry held = entries.getIfPresent(flight.key());
        try {
            return settled(flight, held, fetch.from(held == null ? null : held.answer()));
        } catch (EdgeFailureException e) {
            return settled(flight, held, e);
        }
    }

    /** At once keeps what may be kept and takes the fetch off, so that no invalidation comes between. */
    private synchronized Flight.Outcome settled(Flight flight, @Nullable Entry held, Fetched fetched) {
        end(flight);
        Answer answer = fetched.answer();
        Result instead = answer.isServerError() ? insteadOf(answer, flight, held) : null;
        if (instead != null) {
            return Flight.Outcome.of(instead);
        }
        boolean isOutdated = flight.isOutdated(answer, behaviour.tagHeader());
        if (flight.keeps()) {
            keep(flight.key(), answer, isOutdated ? NEVER : behaviour.ttl().lifetime(answer));
        }
        Met met = fetched.revalidated() ? Met.REFRESH_HIT : Met.MISS;
        return new Flight.Outcome(new Result(answer, met, 0), null, isOutdated);
    }

    private synchronized Flight.Outcome settled(Flight flight, @Nullable Entry held, EdgeFailureException failure) {
        end(flight);
        Result instead = insteadOf(Answer.text(failure.status(), failure.forViewer()), flight, held);
        if (instead == null) {
            return Flight.Outcome.of(failure);
        }
        faultLog.accept(failure.logLine());
        return Flight.Outcome.of(instead);
    }

    private void keep(String key, Answer answer, Lifetime lifetime) {
        if (lifetime.whole() > 0) {
            long now = ticker.read();
            entries.put(key, new Entry(answer, now, lifetime, now));
        } else {
            entries.invalidate(key);
        }
    }

    /** What outlives a failure, where that may be and it was not invalidated; for as long as an error is kept. */
    private @Nullable Result insteadOf(Answer error, Flight flight, @Nullable Entry held) {
        long now = ticker.read();
        if (held == null
                || held.age(now) >= held.lifetime().stale()
                || flight.isOutdated(held.answer(), behaviour.tagHeader())) {
            return null;
        }
        long seconds = behaviour.ttl().seconds(error);
        entries.asMap().replace(flight.key(), held, held.retriedIn(seconds, now));
        return new Result(held.answer(), Met.REFRESH_HIT, held.age(now));
    }

    private synchronized void end(Flight flight) {
        underWay.remove(flight.name(), flight);
    }
}
