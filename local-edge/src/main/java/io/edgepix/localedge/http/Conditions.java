package io.edgepix.localedge.http;

import io.edgepix.derivation.HttpDate;
import java.time.Instant;
import java.util.Optional;

/** Evaluates conditional requests: whether a viewer already has the answer. */
public final class Conditions {
    private Conditions() {}

    public static boolean notModified(Headers asked, Answer answer) {
        if (answer.status() != 200) {
            return false;
        }
        Optional<String> tags = asked.get("if-none-match");
        if (tags.isPresent()) {
            return matches(tags.get(), answer.headers().get("etag"));
        }
        Optional<String> since = asked.get("if-modified-since");
        Optional<String> modified = answer.headers().get("last-modified");
        return since.isPresent() && modified.isPresent() && !isAfter(modified.get(), since.get());
    }

    private static boolean matches(String tags, Optional<String> eTag) {
        if (tags.trim().equals("*")) {
            return true;
        }
        if (eTag.isEmpty()) {
            return false;
        }
        for (String tag : tags.split(",", -1)) {
            if (strong(tag).equals(strong(eTag.get()))) {
                return true;
            }
        }
        return false;
    }

    private static String strong(String tag) {
        String trimmed = tag.trim();
        return trimmed.startsWith("W/") ? trimmed.substring(2) : trimmed;
    }

    private static boolean isAfter(String modified, String since) {
        Optional<Instant> changed = HttpDate.parse(modified);
        Optional<Instant> seen = HttpDate.parse(since);
        return changed.isEmpty() || seen.isEmpty() || changed.get().isAfter(seen.get());
    }
}
