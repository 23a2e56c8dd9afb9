package io.edgepix.localedge;

import com.google.gson.JsonObject;
import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivation.purge.PrefixPurge;
import io.edgepix.derivation.purge.PrefixPurgeResult;
import io.edgepix.derivation.purge.PurgeListener;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.bucket.ObjectKey;
import io.edgepix.localedge.cache.EdgeCache;
import io.edgepix.localedge.cache.Invalidation;
import io.edgepix.localedge.http.Answer;
import java.util.List;

/** Purges all originals with a prefix: removes their derivatives from the bucket, and the answers from the cache. */
final class PrefixPurgeEndpoint {
    private static final int MAX_LINES = 1000;

    /** Collects S3's reasons for failures, up to a number that fits into an answer. */
    private static final class Failures implements PurgeListener {
        private final StringBuilder lines = new StringBuilder("Not all derivatives could be removed:");
        private int count;

        @Override
        public void progress(long derivatives) {}

        @Override
        public void notRemoved(Key derivative, String reason) {
            if (count++ < MAX_LINES) {
                lines.append('\n').append(derivative.value()).append(": ").append(reason);
            }
        }
    }

    private final LocalBucket bucket;
    private final String base;
    private final EdgeCache cache;

    PrefixPurgeEndpoint(LocalBucket bucket, String base, EdgeCache cache) {
        this.bucket = bucket;
        this.base = base;
        this.cache = cache;
    }

    Answer purge(String prefix, boolean isDryRun) throws StoreException {
        Failures failures = new Failures();
        PrefixPurge purge = new PrefixPurge(bucket.client(), bucket.bucket(), base, failures);
        PrefixPurgeResult purged = isDryRun ? purge.count(List.of(prefix)) : purge.purge(List.of(prefix));
        int forgotten = isDryRun ? 0 : cache.forget(new Invalidation(null, path -> isOf(path, prefix)));
        if (purged.failed() > 0) {
            return Answer.text(502, failures.lines.toString());
        }
        JsonObject counts = new JsonObject();
        counts.addProperty("derivatives", purged.derivatives());
        counts.addProperty("originals", purged.originals());
        counts.addProperty("bytes", purged.bytes());
        counts.addProperty("others", purged.others());
        counts.addProperty("answers", forgotten);
        return Answer.json(counts);
    }

    /** Tells whether a path is that of an original with the prefix, or of one of its derivatives. */
    private static boolean isOf(String path, String prefix) {
        return prefix.isEmpty()
                || ObjectKey.of(path).filter(key -> key.startsWith(prefix)).isPresent()
                || DerivativeKeys.originalOf(Key.ofAnyPath(path)).value().startsWith(prefix);
    }
}
