package io.edgepix.pregenerate.message;

import java.util.List;
import java.util.Map;

/** Processes messages of a queue. Thread-safe. */
@FunctionalInterface
public interface MessageWorker {
    /**
     * Processes messages. Every message that is not in the result is done, and can be deleted from the queue.
     *
     * @return the reasons by the ids of the messages that have to be delivered again
     */
    Map<String, String> process(List<QueueMessage> messages);
}
