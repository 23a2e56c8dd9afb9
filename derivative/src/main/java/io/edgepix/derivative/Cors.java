package io.edgepix.derivative;

import java.util.List;

/**
 * The origins whose web pages may read the pixels of pictures (Fetch Standard, CORS protocol).
 *
 * @param origins such as {@code https://www.example.com}; only {@code *} for all origins; empty for none
 */
public record Cors(List<String> origins) {
    /** The only entry of a list that allows every origin. */
    public static final String ANY = "*";

    /** Tells whether any page of another origin may read pictures. */
    public boolean isOn() {
        return !origins.isEmpty();
    }

    /** Tells whether the answer depends on the origin of the page, so that caches must store one for each. */
    public boolean isListed() {
        return isOn() && !origins.getFirst().equals(ANY);
    }

    /**
     * Returns the value of {@code Access-Control-Allow-Origin}; empty if the answer has no such header.
     *
     * @param origin the request's {@code Origin}, or empty
     */
    public String allowed(String origin) {
        if (!isListed()) {
            return isOn() ? ANY : "";
        }
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).equals(origin)) {
                return origin;
            }
        }
        return "";
    }
}
