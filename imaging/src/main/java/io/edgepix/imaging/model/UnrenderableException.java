package io.edgepix.imaging.model;

import org.jspecify.annotations.Nullable;

/** Says why an original cannot be rendered: a status, and one sentence fit for the viewer. */
public final class UnrenderableException extends Exception {
    /** What is wrong with the original. */
    public enum Reason {
        /** It is of no accepted format, or of a kind of one that is not read. */
        NOT_A_PICTURE(415),
        /** It claims an accepted format and does not keep to it. */
        BROKEN(422),
        /** It is over a limit. */
        TOO_LARGE(413);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status that says so. */
        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final String sentence;

    /** For what is seen from the bytes themselves. */
    public UnrenderableException(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    /** For what a decoder complained of; its complaint is kept for the log and out of the sentence. */
    public UnrenderableException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.sentence = sentence;
    }

    /** For a kind that the standard of a format has, and that is not read here. */
    public static UnrenderableException unsupported(String kind) {
        return new UnrenderableException(
                Reason.NOT_A_PICTURE, "The picture is of a kind that is not supported: " + kind + ".");
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** One line for the viewer. */
    public String sentence() {
        return sentence;
    }
}
