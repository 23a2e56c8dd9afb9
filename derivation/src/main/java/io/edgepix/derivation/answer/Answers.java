package io.edgepix.derivation.answer;

import io.edgepix.derivation.CacheTag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds answers, whose headers {@link EveryAnswer} completes. */
final class Answers {
    private static final String CACHE_CONTROL = "Cache-Control";

    private Answers() {}

    static Answer picture(int status, byte[] picture, Map<String, String> headers) {
        return new Answer(status, headers, new Answer.Picture(picture));
    }

    static Answer redirect(String location, String cacheControl) {
        return new Answer(302, Map.of("Location", location, CACHE_CONTROL, cacheControl), new Answer.Text(""));
    }

    /**
     * Returns one line of text.
     *
     * @param cacheTag the tag of the original, if there is one; a purge of its derivatives then removes this answer too
     */
    static Answer error(int status, String sentence, String cacheControl, Optional<String> cacheTag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put(CACHE_CONTROL, cacheControl);
        cacheTag.ifPresent(tag -> headers.put(CacheTag.HEADER, tag));
        return new Answer(status, headers, new Answer.Text(sentence + "\n"));
    }

    /**
     * Turns an answer to GET into an answer to HEAD. It has no body, since CloudFront would state the length 0 for an
     * empty one. A 200 is not cached: the next HEAD finds the derivative in S3, which states the length.
     */
    static Answer headOf(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        if (answer.status() == 200) {
            headers.put(CACHE_CONTROL, "no-store");
        }
        return new Answer(answer.status(), headers, new Answer.None());
    }
}
