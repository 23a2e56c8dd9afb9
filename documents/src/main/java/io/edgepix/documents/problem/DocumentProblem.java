package io.edgepix.documents.problem;

import org.jspecify.annotations.Nullable;

/**
 * Stops the rendering of a document. It is an error, since openhtmltopdf catches exceptions and goes on without the
 * picture or font.
 */
public final class DocumentProblem extends Error {
    private static final long serialVersionUID = 1;

    /** The kinds of problems. */
    public enum Kind {
        /** The template, the data or a file that they use is missing or wrong. */
        BROKEN,
        /** The document is over a limit. */
        TOO_LARGE,
        /** The store failed. */
        FAILED
    }

    private final Kind kind;

    private DocumentProblem(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** Returns a problem of the template, the data or a file. */
    public static DocumentProblem broken(String sentence) {
        return new DocumentProblem(Kind.BROKEN, sentence, null);
    }

    /** Returns a problem of the template, the data or a file, with its cause. */
    public static DocumentProblem broken(String sentence, Throwable cause) {
        return new DocumentProblem(Kind.BROKEN, sentence, cause);
    }

    /** Returns a problem of a document over a limit. */
    public static DocumentProblem tooLarge(String sentence) {
        return new DocumentProblem(Kind.TOO_LARGE, sentence, null);
    }

    /** Returns a problem of the store. */
    public static DocumentProblem failed(String sentence, Throwable cause) {
        return new DocumentProblem(Kind.FAILED, sentence, cause);
    }

    /** Returns the kind. */
    public Kind kind() {
        return kind;
    }

    /** Returns the sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
