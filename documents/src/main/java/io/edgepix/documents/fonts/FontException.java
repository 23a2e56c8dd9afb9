package io.edgepix.documents.fonts;

import org.jspecify.annotations.Nullable;

/** A file is not a font that can be embedded. The message is the end of a sentence, after "got". */
public final class FontException extends Exception {
    private static final long serialVersionUID = 1;

    FontException(String got) {
        this(got, null);
    }

    FontException(String got, @Nullable Throwable cause) {
        super(got, cause);
    }

    /** Returns the end of a sentence, after "got". */
    public String got() {
        return String.valueOf(getMessage());
    }
}
