package io.edgepix.derivation.answer;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of a function.
 *
 * @param headers the header fields by their names, which are ordered and not case-sensitive
 */
public record Answer(int status, Map<String, String> headers, Body body) {
    /** The body of an answer. */
    public sealed interface Body {}

    /**
     * A picture.
     *
     * @param bytes not copied, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    public record Picture(byte[] bytes) implements Body {}

    /** A plain text, which may be empty. */
    public record Text(String text) implements Body {}

    /** No body, as in an answer to HEAD. A length of 0 must not be stated either. */
    public record None() implements Body {}

    /** Creates an answer, whose headers cannot be changed. */
    public Answer {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }
}
