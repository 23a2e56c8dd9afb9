package io.edgepix.localedge;

import com.google.gson.JsonObject;
import io.edgepix.derivation.CacheTag;
import io.edgepix.derivation.purge.KeyPurge;
import io.edgepix.derivation.purge.KeyPurgeResult;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.localedge.behaviour.BucketOrigin;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.bucket.ObjectKey;
import io.edgepix.localedge.cache.EdgeCache;
import io.edgepix.localedge.cache.Invalidation;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Answers {@code PURGE /KEY}: removes all derivatives of that original from the bucket, and all answers with its tag or
 * path from the cache. Only one purge runs at a time. Requests for an original share its purge if that has not started
 * yet. {@link PurgeRequest} describes the other requests.
 */
final class PurgeEndpoint {
    static final String METHOD = "PURGE";
    private static final int PATIENCE_SECONDS = 30;

    /** A purge, which may fail. */
    private interface Work {
        Answer answer() throws StoreException;
    }

    private final KeyPurge bucket;
    private final EdgeCache cache;
    private final PrefixPurgeEndpoint prefixes;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<Key, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    PurgeEndpoint(LocalBucket bucket, BucketOrigin origin, EdgeCache cache) {
        this.bucket = new KeyPurge(bucket.client(), bucket.bucket(), origin.prefix());
        this.cache = cache;
        this.prefixes = new PrefixPurgeEndpoint(bucket, origin.prefix(), cache);
    }

    Answer answer(ViewerRequest viewer) throws EdgeFailureException {
        if (viewer.headers().get("origin").isPresent()) {
            return Answer.text(403, "Web pages are not allowed to purge. Use ./dev purge instead.");
        }
        try {
            PurgeRequest request = PurgeRequest.of(viewer);
            Key original = request.original();
            if (original == null) {
                return inTurn(() -> prefixes.purge(request.prefix(), request.isDryRun()));
            }
            return request.isDryRun() ? inTurn(() -> found(original)) : answer(original);
        } catch (MalformedException e) {
            return Answer.text(400, e.sentence());
        }
    }

    private Answer answer(Key original) throws EdgeFailureException {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> other = waiting.putIfAbsent(original, mine);
        if (other != null) {
            return other.join();
        }
        Answer answer = Answer.text(503, "The purge failed; try again later.");
        try {
            answer = inTurn(() -> {
                waiting.remove(original, mine);
                return purge(original);
            });
            return answer;
        } finally {
            waiting.remove(original, mine);
            mine.complete(answer);
        }
    }

    private Answer inTurn(Work work) throws EdgeFailureException {
        await();
        try {
            return work.answer();
        } catch (StoreException e) {
            throw new EdgeFailureException(502, "The bucket could not be purged.", "purge failed: " + e.getMessage());
        } finally {
            turn.release();
        }
    }

    private void await() throws EdgeFailureException {
        try {
            if (turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new EdgeFailureException(
                503,
                "Too many purges at the same time; try again later.",
                "purge failed: waited too long for other purges");
    }

    private Answer purge(Key original) throws StoreException {
        KeyPurgeResult purged = bucket.purge(List.of(original));
        // The bucket comes first, so that later fetches find no old derivatives.
        int forgotten = cache.forget(new Invalidation(
                CacheTag.of(original),
                path -> ObjectKey.of(path).filter(original.value()::equals).isPresent()));
        return purged.failed().isEmpty() ? done(purged.removed().size(), forgotten) : partly(purged);
    }

    private Answer found(Key original) throws StoreException {
        return done(bucket.find(List.of(original)).size(), 0);
    }

    private static Answer done(int derivatives, int answers) {
        JsonObject counts = new JsonObject();
        counts.addProperty("derivatives", derivatives);
        counts.addProperty("answers", answers);
        return Answer.json(counts);
    }

    private static Answer partly(KeyPurgeResult purged) {
        StringBuilder line = new StringBuilder("Not all derivatives could be removed:");
        purged.failed()
                .forEach((key, reason) ->
                        line.append('\n').append(key.value()).append(": ").append(reason));
        return Answer.text(502, line.toString());
    }
}
