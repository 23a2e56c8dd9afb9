package io.edgepix.derivative;

/**
 * The key of an object in S3.
 *
 * @param value the key itself, not percent-encoded, and without the leading slash of its path; may be empty
 */
public record Key(String value) {
    /** The longest key that S3 accepts, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024;

    /**
     * Reads the path of a URL as S3 does: percent-encoded UTF-8 after the first slash. A raw {@code +} is a plus.
     *
     * @throws MalformedException if the path does not start with a slash, or is not percent-encoded UTF-8
     */
    public static Key ofPath(String path) {
        if (!path.startsWith("/")) {
            throw new MalformedException("A path must start with a slash.");
        }
        return new Key(PercentEncoding.decode(path, 1));
    }

    /** Reads a path as {@link #ofPath} does, but returns an empty key if the path cannot be that of an object. */
    public static Key ofAnyPath(String path) {
        try {
            return ofPath(path);
        } catch (MalformedException e) {
            return new Key("");
        }
    }

    /** Returns the canonical path of this key: percent-encoded UTF-8, with the leading slash. */
    public String path() {
        return "/" + PercentEncoding.encode(value);
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
        return ends ? new Key(value + extension) : this;
    }

    /** Returns the text after the last dot of the last segment, in lower-case ASCII; empty if there is no dot. */
    public String extension() {
        int dot = value.lastIndexOf('.');
        return dot <= value.lastIndexOf('/') ? "" : Ascii.lowerCase(value.substring(dot + 1));
    }
}
