package io.edgepix.pregenerate.worker;

import io.edgepix.pregenerate.message.QueueMessage;

/** The queues that a worker sends to. Their methods throw a RuntimeException if the queue fails. Thread-safe. */
public interface Queues {
    /** Tells whether there is a queue of a container for originals that this process cannot hold. */
    boolean hasHeavy();

    /**
     * Sends a body to the queue that this process reads.
     *
     * @param seconds the time until it is delivered, up to 900
     */
    void send(String body, int seconds);

    /** Sends a body to the queue of the container. */
    void sendHeavy(String body);

    /**
     * Sends a body to the dead-letter queue.
     *
     * @param key the key of the original; empty if there is none
     */
    void sendDeadLetter(String body, String key, String reason);

    /** Tells whether there is a queue for the results of documents. */
    boolean hasResults();

    /** Sends the result of a document to the results queue. */
    void sendResult(String body);

    /** Lets a message be delivered again after some seconds. */
    void retryAfter(QueueMessage message, int seconds);
}
