package io.edgepix.derivative;

/** How a picture fills its box; the words are those of CSS {@code object-fit}. */
public enum Fit {
    /** The whole picture inside the box, aspect kept, never enlarged. */
    CONTAIN("contain"),
    /** The box filled, what overhangs cut off evenly; a picture smaller than the box is cut to the box's aspect. */
    COVER("cover");

    private final String token;

    Fit(String token) {
        this.token = token;
    }

    /** The word for it in URLs and in {@code edgepix.json}. */
    public String token() {
        return token;
    }

    /**
     * Reads a word.
     *
     * @throws MalformedException if the word names no fit
     */
    public static Fit of(String token) {
        if (token.equals(CONTAIN.token)) {
            return CONTAIN;
        }
        if (token.equals(COVER.token)) {
            return COVER;
        }
        throw new MalformedException("fit must be contain or cover.");
    }
}
