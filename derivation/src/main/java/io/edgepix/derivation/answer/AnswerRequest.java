package io.edgepix.derivation.answer;

import java.util.Optional;

/**
 * A request that a function answers.
 *
 * @param method an HTTP method
 * @param path percent-encoded, as in the URL, with a slash at its start
 * @param ifNoneMatch the header {@code If-None-Match}, by which a cache revalidates what it has
 */
public record AnswerRequest(String method, String path, Optional<String> ifNoneMatch) {
    boolean isHead() {
        return method.equals("HEAD");
    }
}
