package io.edgepix.derivative;

import java.util.List;

/**
 * Which web pages may read the pixels of pictures from another origin (Fetch Standard, CORS protocol).
 *
 * @param origins such as {@code https://www.example.com}, or {@code *} alone for all; empty for none
 */
public record Cors(List<String> origins) {
    /** The one entry that stands for every origin. */
    public static final String ANY = "*";

    /** Whether any page may. */
    public boolean isOn() {
        return !origins.isEmpty();
    }

    /** Whether the answer depends on the page, so that caches must tell pages apart. */
    public boolean isListed() {
        return isOn() && !origins.getFirst().equals(ANY);
    }

    /**
     * The value of {@code Access-Control-Allow-Origin}; empty for no such header.
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
