package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/** The format a derivative is encoded in. */
public enum Format {
    AVIF("avif", "image/avif"),
    WEBP("webp", "image/webp"),
    JPEG("jpeg", "image/jpeg"),
    PNG("png", "image/png"),
    GIF("gif", "image/gif");

    private static final String JPG = "jpg";
    private static final Format[] ALL = {AVIF, WEBP, JPEG, PNG, GIF};

    private final String token;
    private final String contentType;

    Format(String token, String contentType) {
        this.token = token;
        this.contentType = contentType;
    }

    /** Returns the name of this format in paths, in {@code f=} and in {@code edgepix.json}. */
    public String token() {
        return token;
    }

    /** Returns the media type, for {@code content-type} and {@code accept}. */
    public String contentType() {
        return contentType;
    }

    /** Tells whether the format has a quality. PNG is lossless, and GIF always gets the best palette. */
    public boolean isLossy() {
        return this != PNG && this != GIF;
    }

    /** Returns the name at an index of the names that {@link #ofWord} accepts, or null after the last. */
    static @Nullable String word(int number) {
        return number < ALL.length ? ALL[number].token : number == ALL.length ? JPG : null;
    }

    /** Returns the format of a token or of {@code jpg}, or null if there is none. */
    public static @Nullable Format ofWord(String word) {
        return ofToken(word.equals(JPG) ? JPEG.token : word);
    }

    /** Returns the format of a token, or null if there is none. Paths have no other names. */
    public static @Nullable Format ofToken(String token) {
        for (Format format : ALL) {
            if (format.token.equals(token)) {
                return format;
            }
        }
        return null;
    }
}
