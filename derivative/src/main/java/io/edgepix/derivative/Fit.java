package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/** How a picture fills its box; the words are those of CSS {@code object-fit}. */
public enum Fit {
    /** The whole picture inside the box, aspect kept, never enlarged. */
    CONTAIN("contain"),
    /** The box filled, what overhangs cut off about the focus; a picture smaller than the box is cut to its aspect. */
    COVER("cover"),
    /** The picture stretched or squeezed to the box, aspect not kept; a side is never longer than the picture's. */
    FILL("fill"),
    /** As {@link #CONTAIN}, in the middle of a box of exactly the size asked for, on the background. */
    PAD("pad");

    private static final Fit[] ALL = {CONTAIN, COVER, FILL, PAD};

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
        Fit fit = ofToken(token);
        if (fit == null) {
            throw new MalformedException("fit must be contain, cover, fill or pad.");
        }
        return fit;
    }

    /** The word of each, from 0; null behind the last. */
    static @Nullable String word(int number) {
        return number < ALL.length ? ALL[number].token : null;
    }

    /** The fit of that word, or null. */
    static @Nullable Fit ofToken(String token) {
        for (Fit fit : ALL) {
            if (fit.token.equals(token)) {
                return fit;
            }
        }
        return null;
    }
}
