package io.edgepix.localedge.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.edgepix.localedge.behaviour.CacheKey;
import io.edgepix.localedge.behaviour.Lifetime;
import io.edgepix.localedge.behaviour.Ttl;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers by cache key. Requests for the same key share one fetch from the origin, as in CloudFront's request
 * collapsing.
 */
public final class EdgeCache {
    private static final Lifetime NEVER = new Lifetime(0, 0, 0);

    /** An answer in the cache. After a failure, there is no new request to the origin before {@code retryAt}. */
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

    private final Ticker ticker;
    private final String tagHeader;
    private final Consumer<String> faultLog;
    private final Cache<String, Entry> entries;
    private final Map<String, CollapsedFetch> inFlight = new HashMap<>();

    /** Creates a cache. {@code tagHeader} is the header with the tags of an answer; empty if tags are ignored. */
    public EdgeCache(Ticker ticker, String tagHeader, long maxBytes, Consumer<String> faultLog) {
        this.ticker = ticker;
        this.tagHeader = tagHeader;
        this.faultLog = faultLog;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, Entry entry) -> entry.answer().weight() + 2 * key.length())
                .build();
    }

    /** Returns whether there is an answer that may be served without a fetch. */
    public boolean isFresh(String key) {
        Entry entry = entries.getIfPresent(key);
        return entry != null && entry.age(ticker.read()) < entry.lifetime().fresh();
    }

    /** Answers from the cache, or fetches. Callers that arrive during a fetch share its result. */
    public CacheResult get(String key, Ttl ttl, boolean keep, OriginFetch origin) throws EdgeFailureException {
        while (true) {
            Optional<CacheResult> held = held(key, ttl, keep, origin);
            if (held.isPresent()) {
                return held.get();
            }
            CollapsedFetch mine = new CollapsedFetch(key, ttl, keep, false);
            Optional<CollapsedFetch> other = begin(mine);
            if (other.isEmpty()) {
                return run(mine, origin).orThrow();
            }
            CollapsedFetch.Outcome shared = other.get().await();
            if (!shared.isOutdated()) {
                return shared.orThrow();
            }
        }
    }

    /**
     * Removes answers, fresh or stale. Callers that wait for a fetch in progress still get its result, but it is not
     * cached, because it may be just as old.
     *
     * @return the number of removed answers
     */
    public synchronized int forget(Invalidation invalidation) {
        inFlight.values().forEach(fetch -> fetch.invalidate(invalidation));
        int forgotten = 0;
        for (Map.Entry<String, Entry> held : entries.asMap().entrySet()) {
            String path = CacheKey.pathOf(held.getKey());
            if (invalidation.concerns(path, held.getValue().answer(), tagHeader)) {
                entries.invalidate(held.getKey());
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Registers a fetch, unless one is already in progress. Returns the one in progress, if any. */
    private synchronized Optional<CollapsedFetch> begin(CollapsedFetch fetch) {
        return Optional.ofNullable(inFlight.putIfAbsent(fetch.name(), fetch));
    }

    private Optional<CacheResult> held(String key, Ttl ttl, boolean keep, OriginFetch origin) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            return Optional.empty();
        }
        long now = ticker.read();
        long age = entry.age(now);
        boolean isFresh = age < entry.lifetime().fresh();
        boolean isRevalidated = age < entry.lifetime().whileRevalidating();
        boolean hasFailed = age < entry.lifetime().ifError() && entry.hasFailedLately(now);
        if (!isFresh && isRevalidated && keep && !entry.hasFailedLately(now)) {
            refresh(new CollapsedFetch(key, ttl, true, true), origin);
        }
        return isFresh || isRevalidated || hasFailed
                ? Optional.of(new CacheResult(entry.answer(), CacheResult.Status.HIT, age))
                : Optional.empty();
    }

    private void refresh(CollapsedFetch fetch, OriginFetch origin) {
        if (begin(fetch).isEmpty()) {
            Thread.ofVirtual().name("edge-refresh").start(() -> {
                EdgeFailureException failure = run(fetch, origin).failure();
                if (failure != null) {
                    faultLog.accept(failure.logLine());
                }
            });
        }
    }

    private CollapsedFetch.Outcome run(CollapsedFetch fetch, OriginFetch origin) {
        CollapsedFetch.Outcome outcome = CollapsedFetch.Outcome.of(
                new EdgeFailureException(502, "The edge failed.", "edge failed: " + fetch.key()));
        try {
            outcome = ask(fetch, origin);
        } finally {
            end(fetch);
            fetch.complete(outcome);
        }
        return outcome;
    }

    private CollapsedFetch.Outcome ask(CollapsedFetch fetch, OriginFetch origin) {
        Entry held = entries.getIfPresent(fetch.key());
        try {
            return settled(fetch, held, origin.from(held == null ? null : held.answer(), fetch.inBackground()));
        } catch (EdgeFailureException e) {
            return settled(fetch, held, e);
        }
    }

    /** Ends the fetch and stores its answer under one lock, so that no invalidation can happen in between. */
    private synchronized CollapsedFetch.Outcome settled(
            CollapsedFetch fetch, @Nullable Entry held, OriginFetch.Response fetched) {
        end(fetch);
        Answer answer = fetched.answer();
        Optional<CacheResult> instead = answer.isServerError() ? insteadOf(answer, fetch, held) : Optional.empty();
        if (instead.isPresent()) {
            return CollapsedFetch.Outcome.of(instead.get());
        }
        boolean isOutdated = fetch.isOutdated(answer, tagHeader);
        if (fetch.keeps()) {
            keep(fetch.key(), answer, isOutdated ? NEVER : fetch.ttl().lifetime(answer));
        }
        CacheResult.Status status = fetched.revalidated() ? CacheResult.Status.REFRESH_HIT : CacheResult.Status.MISS;
        return new CollapsedFetch.Outcome(new CacheResult(answer, status, 0), null, isOutdated);
    }

    private synchronized CollapsedFetch.Outcome settled(
            CollapsedFetch fetch, @Nullable Entry held, EdgeFailureException failure) {
        end(fetch);
        Optional<CacheResult> instead = insteadOf(Answer.text(failure.status(), failure.forViewer()), fetch, held);
        if (instead.isEmpty()) {
            return CollapsedFetch.Outcome.of(failure);
        }
        faultLog.accept(failure.logLine());
        return CollapsedFetch.Outcome.of(instead.get());
    }

    private void keep(String key, Answer answer, Lifetime lifetime) {
        if (lifetime.whole() > 0) {
            long now = ticker.read();
            entries.put(key, new Entry(answer, now, lifetime, now));
        } else {
            entries.invalidate(key);
        }
    }

    /**
     * Returns the stale answer to serve instead of an error, for as long as an error is cached; empty if there is none.
     */
    private Optional<CacheResult> insteadOf(Answer error, CollapsedFetch fetch, @Nullable Entry held) {
        long now = ticker.read();
        if (held == null || held.age(now) >= held.lifetime().stale() || fetch.isOutdated(held.answer(), tagHeader)) {
            return Optional.empty();
        }
        long seconds = fetch.ttl().seconds(error);
        entries.asMap().replace(fetch.key(), held, held.retriedIn(seconds, now));
        return Optional.of(new CacheResult(held.answer(), CacheResult.Status.REFRESH_HIT, held.age(now)));
    }

    private synchronized void end(CollapsedFetch fetch) {
        inFlight.remove(fetch.name(), fetch);
    }
}
