package io.edgepix.localedge;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to purge: {@code PURGE /KEY}, {@code PURGE /PREFIX?prefix} or {@code PURGE /?all}, each with {@code
 * dry-run}.
 *
 * @param original the one original; null if {@code prefix} applies
 * @param prefix the prefix of the keys of the originals; empty for all of them
 */
record PurgeRequest(@Nullable Key original, String prefix, boolean isDryRun) {
    private static final String PREFIX = "prefix";
    private static final String ALL = "all";
    private static final String DRY_RUN = "dry-run";

    /**
     * Reads a request.
     *
     * @throws MalformedException if its path is not that of an original, or its query has an unknown word
     */
    static PurgeRequest of(ViewerRequest viewer) {
        Set<String> words = Set.copyOf(List.of(viewer.query().split("&", -1)));
        if (!Set.of("", PREFIX, ALL, DRY_RUN).containsAll(words) || (words.contains(PREFIX) && words.contains(ALL))) {
            throw new MalformedException(
                    "Purge an original by its own URL. The only parameters are prefix or all, and dry-run.");
        }
        boolean isDryRun = words.contains(DRY_RUN);
        Key key = Key.ofPath(viewer.uri());
        if (words.contains(ALL)) {
            if (!key.value().isEmpty()) {
                throw new MalformedException("To purge all originals, use the URL /?all.");
            }
            return new PurgeRequest(null, "", isDryRun);
        }
        return words.contains(PREFIX)
                ? new PurgeRequest(null, DerivativeKeys.prefix(key.value()), isDryRun)
                : new PurgeRequest(DerivativeKeys.original(key), "", isDryRun);
    }
}
