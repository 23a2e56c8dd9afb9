package io.edgepix.pregenerate.document;

/** The outcome of the work for one document message. */
public sealed interface RenderingOutcome {
    /**
     * The document is in the bucket.
     *
     * @param isRendered whether it was rendered; else it existed
     */
    record Done(int pages, long bytes, boolean isRendered) implements RenderingOutcome {
        /** Returns the outcome of a later message for the same document. */
        public Done existed() {
            return new Done(pages, bytes, false);
        }
    }

    /** The document is over a limit of this process, but a container may render it. */
    record Heavy(String reason) implements RenderingOutcome {}

    /** The message, the template, the data or a file is wrong. Another attempt fails too. */
    record Broken(String reason) implements RenderingOutcome {}

    /** The bucket failed. Another attempt may succeed. */
    record Failed(String reason) implements RenderingOutcome {}

    /** The time of this process ended before the work started. */
    record NotStarted() implements RenderingOutcome {
        /** The reason for the log. */
        public static final String REASON = "the time of the function ended";
    }
}
