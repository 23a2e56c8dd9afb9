package io.edgepix.pregenerate.message;

import io.edgepix.derivative.Key;
import java.util.List;

/** The content of a message. */
public sealed interface Message {
    /**
     * A change of an object.
     *
     * @param isRemoval whether the object was removed when the event occurred; it may exist again
     */
    record Change(String bucket, Key key, boolean isRemoval) {}

    /** Changes of objects, as S3 or EventBridge reports them. Events of other types are left out. */
    record Notification(List<Change> changes) implements Message {}

    /** The event that S3 sends when a notification is configured. */
    record TestEvent() implements Message {}

    /** A part of a job. */
    record Job(JobMessage part) implements Message {}

    /** A document. */
    record Document(DocumentMessage document) implements Message {}

    /**
     * A document message with a mistake.
     *
     * @param to the key of the PDF; empty if it is not readable
     * @param target that of the message, or {@link ResultTarget#NO_JOB} if it is not readable
     * @param reason what was expected
     */
    record MalformedDocument(String to, ResultTarget target, String reason) implements Message {}
}
