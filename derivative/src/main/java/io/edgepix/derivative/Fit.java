package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * The ways in which a picture fills its box. The names are those of CSS {@code object-fit}, except for {@link #PAD}.
 */
public enum Fit {
    /** The whole picture fits inside the box; it keeps its aspect ratio and is never enlarged. */
    CONTAIN("contain"),
    /**
     * The picture covers the box and is cropped around the focus. A smaller one is cropped to the box's aspect ratio.
     */
    COVER("cover"),
    /** The picture is stretched to the box and loses its aspect ratio; no side becomes longer than the picture's. */
    FILL("fill"),
    /** The picture fits inside as for {@link #CONTAIN}, in the middle of a box of exactly the requested size. */
    PAD("pad");

    private static final Fit[] ALL = {CONTAIN, COVER, FILL, PAD};

    private final String token;

    Fit(String token) {
        this.token = token;
    }

    /** Returns the name of this fit in URLs and in {@code edgepix.json}. */
    public String token() {
        return token;
    }

    /**
     * Returns the fit of a name.
     *
     * @throws MalformedException if there is no such fit
     */
    public static Fit of(String token) {
        Fit fit = ofToken(token);
        if (fit == null) {
            throw new MalformedException("fit must be contain, cover, fill or pad.");
        }
        return fit;
    }

    /** Returns the name of the fit at an index, or null after the last. */
    static @Nullable String word(int number) {
        return number < ALL.length ? ALL[number].token : null;
    }

    /** Returns the fit of a name, or null if there is none. */
    static @Nullable Fit ofToken(String token) {
        for (Fit fit : ALL) {
            if (fit.token.equals(token)) {
                return fit;
            }
        }
        return null;
    }
}
