package io.edgepix.documents;

import org.jspecify.annotations.Nullable;

/** A document cannot be rendered. The message is a sentence that names the template, and the line and field if known. */
public final class DocumentException extends Exception {
    /** The reason of the failure. */
    public enum Reason {
        /** The template, the data or a file that they use is missing or wrong. Another attempt fails too. */
        BROKEN,
        /** The document is over a limit, which may be higher in a container. */
        TOO_LARGE,
        /** The store failed. Another attempt may succeed. */
        FAILED
    }

    private final Reason reason;

    /** Creates an exception with a sentence for the user. */
    public DocumentException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    /** Returns the reason. */
    public Reason reason() {
        return reason;
    }

    /** Returns the sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
