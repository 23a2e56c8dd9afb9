package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/** The key of an object in S3. Keys with the same value are equal. */
public final class Key {
    /** The longest key that S3 accepts, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024;

    private final String value;

    /** The path that the key was read from, so that a canonical path is not encoded again; empty for other keys. */
    private final String sent;

    /**
     * Creates a key.
     *
     * @param value the key itself, not percent-encoded, and without the leading slash of its path; may be empty
     */
    public Key(String value) {
        this(value, "");
    }

    private Key(String value, String sent) {
        this.value = value;
        this.sent = sent;
    }

    /**
     * Reads the path of a URL as S3 does: percent-encoded UTF-8 after the first slash. A raw {@code +} is a plus.
     *
     * @throws MalformedException if the path does not start with a slash, or is not percent-encoded UTF-8
     */
    public static Key ofPath(String path) {
        if (!path.startsWith("/")) {
            throw new MalformedException("A path must start with a slash.");
        }
        return new Key(PercentEncoding.decode(path, 1), path);
    }

    /** Reads a path as {@link #ofPath} does, but returns an empty key if the path cannot be that of an object. */
    public static Key ofAnyPath(String path) {
        try {
            return ofPath(path);
        } catch (MalformedException e) {
            return new Key("");
        }
    }

    /** Returns the key itself, not percent-encoded, and without the leading slash of its path. */
    public String value() {
        return value;
    }

    /** Returns the canonical path of this key: percent-encoded UTF-8, with the leading slash. */
    public String path() {
        return !sent.isEmpty() && PercentEncoding.isCanonical(sent)
                ? sent
                : new Text().add("/").add(PercentEncoding.encode(value)).toString();
    }

    /** Returns the path of this key without percent-encoding, with the leading slash. */
    public String plainPath() {
        boolean isPlain = sent.length() == value.length() + 1;
        return isPlain ? sent : new Text().add("/").add(value).toString();
    }

    /**
     * Returns this key if it can be the key of an object that is served.
     *
     * @throws MalformedException if the key is empty or only slashes, or has a segment that is {@code .} or {@code ..}
     */
    public Key servable() {
        if (hasDotSegment()) {
            throw new MalformedException("The URL of a picture cannot have . or .. as a path segment.");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != '/') {
                return this;
            }
        }
        throw new MalformedException("The URL does not name a picture.");
    }

    /** Returns the length of the key in bytes of UTF-8, as S3 counts. */
    public int bytes() {
        return PercentEncoding.utf8Length(value);
    }

    /** Tells whether a segment is {@code .} or {@code ..}, which clients and proxies may resolve. */
    public boolean hasDotSegment() {
        for (int dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', dot + 1)) {
            if (isBorder(dot - 1) && (isBorder(dot + 1) || (value.charAt(dot + 1) == '.' && isBorder(dot + 2)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isBorder(int index) {
        return index < 0 || index == value.length() || value.charAt(index) == '/';
    }

    /**
     * Returns the key with an extension if its last segment ends with a dot and has other characters, else this key.
     */
    public Key completed(String extension) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '.') {
            end--;
        }
        boolean ends = !extension.isEmpty() && end < value.length() && !isBorder(end - 1);
        return ends ? new Key(new Text().add(value).add(extension).toString()) : this;
    }

    /** Returns the text after the last dot of the last segment, in lower-case ASCII; empty if there is no dot. */
    public String extension() {
        int dot = value.lastIndexOf('.');
        return dot <= value.lastIndexOf('/') ? "" : Ascii.lowerCase(value.substring(dot + 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
