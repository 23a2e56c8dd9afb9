package io.edgepix.localedge.cache;

import io.edgepix.localedge.http.Answer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers to remove from the cache: all that have a cache tag, and all for some paths.
 *
 * @param tag the cache tag, which is compared without case, as in CloudFront; null for none
 */
public record Invalidation(@Nullable String tag, Predicate<String> paths) {
    /**
     * Returns whether an answer has to be removed.
     *
     * @param tagHeader the header with the tags, separated by commas; empty if tags are ignored
     */
    boolean concerns(String path, Answer answer, String tagHeader) {
        return paths.test(path)
                || answer.headers().get(tagHeader).filter(this::hasTag).isPresent();
    }

    private boolean hasTag(String tags) {
        if (tag == null) {
            return false;
        }
        for (String one : tags.split(",", -1)) {
            if (one.trim().equalsIgnoreCase(tag)) {
                return true;
            }
        }
        return false;
    }
}
