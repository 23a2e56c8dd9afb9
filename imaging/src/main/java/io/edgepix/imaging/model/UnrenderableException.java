package io.edgepix.imaging.model;

import org.jspecify.annotations.Nullable;

/** The reason why an original cannot be rendered: an HTTP status, and one sentence for viewers. */
public final class UnrenderableException extends Exception {
    /** The reasons to refuse an original. */
    public enum Reason {
        /** The format is not accepted, or the kind of file within the format is not supported. */
        NOT_A_PICTURE(415),
        /** The file is of an accepted format, but is damaged. */
        BROKEN(422),
        /** The file exceeds a limit. */
        TOO_LARGE(413);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** Returns the HTTP status for this reason. */
        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final String sentence;

    /** Creates an exception without a cause. */
    public UnrenderableException(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    /** Creates an exception from the failure of a decoder. The cause is for the log, and not part of the sentence. */
    public UnrenderableException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.sentence = sentence;
    }

    /** Returns an exception for a kind of picture that its format allows, but that is not supported. */
    public static UnrenderableException unsupported(String kind) {
        return new UnrenderableException(
                Reason.NOT_A_PICTURE, "The picture is of a kind that is not supported: " + kind + ".");
    }

    /** Returns the reason. */
    public Reason reason() {
        return reason;
    }

    /** Returns the sentence for viewers. */
    public String sentence() {
        return sentence;
    }
}
