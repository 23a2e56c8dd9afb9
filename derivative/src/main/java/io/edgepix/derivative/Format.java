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

    /** The word for it in paths, in {@code f=} and in {@code edgepix.json}. */
    public String token() {
        return token;
    }

    /** Its media type, for {@code content-type} and {@code accept}. */
    public String contentType() {
        return contentType;
    }

    /** Whether a quality means something. PNG is written losslessly, GIF with the best palette. */
    public boolean isLossy() {
        return this != PNG && this != GIF;
    }

    /** What {@link #ofWord} knows, from 0; null behind the last. */
    static @Nullable String word(int number) {
        return number < ALL.length ? ALL[number].token : number == ALL.length ? JPG : null;
    }

    /** The format that somebody asks for by a token or as {@code jpg}, or null. */
    public static @Nullable Format ofWord(String word) {
        return ofToken(word.equals(JPG) ? JPEG.token : word);
    }

    /** The format of that token, or null. Paths know no other word. */
    public static @Nullable Format ofToken(String token) {
        for (Format format : ALL) {
            if (format.token.equals(token)) {
                return format;
            }
        }
        return null;
    }
}
