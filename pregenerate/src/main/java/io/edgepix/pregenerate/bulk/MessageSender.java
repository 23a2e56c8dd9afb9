package io.edgepix.pregenerate.bulk;

import java.util.List;

/** Sends messages to a queue. */
@FunctionalInterface
public interface MessageSender {
    /** Sends all messages. Returns when the queue has acknowledged each of them. */
    void send(List<String> bodies);
}
