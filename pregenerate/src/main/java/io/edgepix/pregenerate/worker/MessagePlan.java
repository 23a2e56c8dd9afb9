package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.message.ResultTarget;
import io.edgepix.pregenerate.original.OriginalTask;
import java.util.List;
import java.util.Optional;

/** The plan for a message. */
sealed interface MessagePlan {
    /** The message can never be processed. */
    record Rejected(QueueMessage message, String reason) implements MessagePlan {}

    /** The message is about a document. */
    record Document(QueueMessage message, DocumentMessage document) implements MessagePlan {}

    /**
     * The message is about a document that can never be rendered.
     *
     * @param to the key of the PDF; empty if it is not readable
     * @param target the place of the result
     */
    record RejectedDocument(QueueMessage message, String to, ResultTarget target, String reason)
            implements MessagePlan {}

    /**
     * The message is a part of a job whose originals are sent again, each in a message of its own. An earlier attempt
     * did not end: one of them may end the process each time. In one message, all of them would be given up with it.
     */
    record Split(QueueMessage message, JobMessage part) implements MessagePlan {}

    /**
     * The message is about some originals.
     *
     * @param tasks one for each original; empty if there is nothing to do
     * @param requests the requests of the edge
     * @param part the part of a job; empty for a notification
     */
    record Accepted(
            QueueMessage message, List<OriginalTask> tasks, List<DerivativeRequest> requests, Optional<JobMessage> part)
            implements MessagePlan {
        List<Key> originals() {
            return tasks.stream().map(OriginalTask::original).toList();
        }
    }

    QueueMessage message();
}
