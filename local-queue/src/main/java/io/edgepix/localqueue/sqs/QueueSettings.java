package io.edgepix.localqueue.sqs;

import java.time.Duration;

/**
 * The attributes of the queues.
 *
 * @param visibility how long a message of the function stays hidden after a delivery
 * @param heavyVisibility how long a message of the container stays hidden without a heartbeat
 * @param maxDeliveries after this number of deliveries, SQS moves a message to the dead-letter queue
 */
public record QueueSettings(Duration visibility, Duration heavyVisibility, int maxDeliveries) {
    /** Returns the attributes of the stack's queues. */
    public static QueueSettings defaults() {
        return new QueueSettings(Duration.ofMinutes(30), Duration.ofMinutes(2), 5);
    }
}
