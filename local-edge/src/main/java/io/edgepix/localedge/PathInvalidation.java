package io.edgepix.localedge;

import io.edgepix.localedge.bucket.ObjectKey;
import io.edgepix.localedge.cache.Invalidation;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads one path of an invalidation, in CloudFront's form. */
final class PathInvalidation {
    private PathInvalidation() {}

    /** Returns the invalidation of a path, of a prefix before {@code *}, or of a cache tag after {@code #}. */
    static Invalidation of(String path) {
        if (path.startsWith("#")) {
            return new Invalidation(path.substring(1), _ -> false);
        }
        boolean isPrefix = path.endsWith("*");
        Optional<String> key = ObjectKey.of(isPrefix ? path.substring(0, path.length() - 1) : path);
        Predicate<String> matches = key.<Predicate<String>>map(
                        wanted -> isPrefix ? cached -> cached.startsWith(wanted) : wanted::equals)
                .orElse(_ -> false);
        return new Invalidation(
                null, cached -> ObjectKey.of(cached).filter(matches).isPresent());
    }
}
