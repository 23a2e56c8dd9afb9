package io.edgepix.derivation.purge;

import io.edgepix.derivation.CacheTag;
import io.edgepix.derivative.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The paths with which CloudFront invalidates originals and their derivatives. An original has its own path. Its
 * derivatives have their cache tag, which follows a {@code #}.
 */
public final class InvalidationPaths {
    /** The path that invalidates everything. */
    public static final String EVERYTHING = "/*";

    /** Well below the 3,000 paths that may be in progress at the same time for a distribution. */
    private static final int MAX_KEYS = 500;

    /** Below the 15 wildcards that may be in progress at the same time for a distribution. */
    private static final int MAX_WILDCARDS = 10;

    private InvalidationPaths() {}

    /** Returns the paths for originals, one list for each invalidation. */
    public static List<List<String>> ofKeys(List<Key> originals) {
        List<List<String>> invalidations = new ArrayList<>();
        for (int from = 0; from < originals.size(); from += MAX_KEYS) {
            List<String> paths = new ArrayList<>();
            for (Key original : originals.subList(from, Math.min(from + MAX_KEYS, originals.size()))) {
                paths.add("#" + CacheTag.of(original));
                paths.add(original.path());
            }
            invalidations.add(paths);
        }
        return invalidations;
    }

    /**
     * Returns the paths for all originals whose keys begin with a prefix.
     *
     * <p>A path with a wildcard covers only the originals, since the paths of derivatives begin with their size.
     * Derivatives are invalidated by the tag of each original. If there are too many originals, everything is
     * invalidated. CloudFront then fetches other pictures and their derivatives from S3 again, and nothing is rendered.
     *
     * @param prefixes an empty one stands for all originals
     * @param originals empty if there are too many
     */
    public static List<String> ofPrefixes(List<String> prefixes, Optional<Set<Key>> originals) {
        if (originals.isEmpty() || prefixes.contains("") || prefixes.size() > MAX_WILDCARDS) {
            return List.of(EVERYTHING);
        }
        List<String> paths = new ArrayList<>();
        prefixes.forEach(prefix -> paths.add(new Key(prefix).path() + "*"));
        originals.get().stream().map(CacheTag::of).sorted().distinct().forEach(tag -> paths.add("#" + tag));
        return paths;
    }
}
