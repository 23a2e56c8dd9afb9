package io.edgepix.localedge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers by cache key, and one fetch at a time for each key. */
final class EdgeCache {
    /** How a request was met, in CloudFront's words. */
    enum Met {
        HIT("Hit"),
        MISS("Miss"),
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

    private record Entry(Answer answer, long storedAt, long ttlSeconds) {}

    private record Outcome(
            @Nullable Result result, @Nullable EdgeFailureException failure) {}

    private final Ticker ticker;
    private final Ttl ttl;
    private final Cache<String, Entry> entries;
    private final Map<String, CompletableFuture<Outcome>> underWay = new ConcurrentHashMap<>();

    EdgeCache(Ticker ticker, Ttl ttl, long maxBytes) {
        this.ticker = ticker;
        this.ttl = ttl;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, Entry entry) -> entry.answer().weight() + 2 * key.length())
                .build();
    }

    /** Answers from the cache, or fetches; callers that come while a fetch is under way share what it brings. */
    Result get(String key, boolean keep, Fetch fetch) throws EdgeFailureException {
        Result fresh = fresh(key);
        if (fresh != null) {
            return fresh;
        }
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        String flight = (keep ? "GET " : "HEAD ") + key;
        CompletableFuture<Outcome> other = underWay.putIfAbsent(flight, mine);
        return other == null ? lead(key, keep, fetch, flight, mine) : follow(other.join());
    }

    private Result lead(String key, boolean keep, Fetch fetch, String flight, CompletableFuture<Outcome> mine)
            throws EdgeFailureException {
        EdgeFailureException failure = new EdgeFailureException(502, "The edge failed.", "edge failed: " + key);
        Result result = null;
        try {
            result = fresh(key); // another leader may have just finished
            if (result == null) {
                result = fetch(key, keep, fetch);
            }
            return result;
        } catch (EdgeFailureException e) {
            failure = e;
            throw e;
        } finally {
            underWay.remove(flight);
            mine.complete(new Outcome(result, failure));
        }
    }

    private static Result follow(Outcome outcome) throws EdgeFailureException {
        Result result = outcome.result();
        if (result != null) {
            return result;
        }
        EdgeFailureException failure = outcome.failure();
        throw failure == null ? new EdgeFailureException(502, "The edge failed.", "edge failed") : failure;
    }

    private @Nullable Result fresh(String key) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            return null;
        }
        long age = Duration.ofNanos(ticker.read() - entry.storedAt()).toSeconds();
        return age < entry.ttlSeconds() ? new Result(entry.answer(), Met.HIT, age) : null;
    }

    private Result fetch(String key, boolean keep, Fetch fetch) throws EdgeFailureException {
        Entry stale = entries.getIfPresent(key);
        Fetched fetched = fetch.from(stale == null ? null : stale.answer());
        long seconds = ttl.seconds(fetched.answer());
        if (keep && seconds > 0) {
            entries.put(key, new Entry(fetched.answer(), ticker.read(), seconds));
        } else if (keep) {
            entries.invalidate(key);
        }
        return new Result(fetched.answer(), fetched.revalidated() ? Met.REFRESH_HIT : Met.MISS, 0);
    }
}
