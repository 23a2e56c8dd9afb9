package io.edgepix.pregenerate.container;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Hides a message from other readers while it is processed. Its heartbeat extends the visibility timeout before that
 * ends. Thread-safe.
 */
final class MessageLease implements AutoCloseable {
    /** SQS hides a message for 12 hours at most, from its delivery on. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final QueueReader queue;
    private final Message message;
    private final Duration visibility;
    private final Consumer<String> log;
    private final long delivered = System.nanoTime();
    private @Nullable ScheduledFuture<?> heartbeat;
    private boolean ended;

    MessageLease(QueueReader queue, Message message, Duration visibility, Consumer<String> log) {
        this.queue = queue;
        this.message = message;
        this.visibility = visibility;
        this.log = log;
    }

    Message message() {
        return message;
    }

    /** Starts the heartbeat, whose interval is a third of the visibility timeout. */
    synchronized void keepAlive(ScheduledExecutorService timer) {
        long millis = Math.max(1, visibility.toMillis() / 3);
        if (!ended) {
            heartbeat = timer.scheduleAtFixedRate(this::extend, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void extend() {
        Duration left = LONGEST.minusNanos(System.nanoTime() - delivered);
        if (!ended && left.isPositive()) {
            change(left.compareTo(visibility) < 0 ? left : visibility);
        }
    }

    /** Makes the message visible to other readers immediately, and ends the heartbeat. */
    synchronized void release() {
        if (!ended) {
            close();
            change(Duration.ZERO);
        }
    }

    /** Ends the heartbeat. The message stays hidden until its visibility timeout ends. */
    @Override
    public synchronized void close() {
        ended = true;
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
    }

    private void change(Duration timeout) {
        try {
            queue.changeVisibility(message, timeout);
        } catch (SdkException e) {
            // The message may be done and deleted. If not, it is delivered again.
            log.accept("VISIBILITY_FAILED " + message.messageId() + ": " + e.getMessage());
        }
    }
}
