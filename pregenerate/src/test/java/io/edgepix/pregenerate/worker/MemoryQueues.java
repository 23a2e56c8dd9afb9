package io.edgepix.pregenerate.worker;

import io.edgepix.pregenerate.message.QueueMessage;
import java.util.ArrayList;
import java.util.List;

/** Queues in memory that record what is sent. */
public final class MemoryQueues implements Queues {
    /** A dead letter. */
    public record DeadLetter(String body, String key, String reason) {}

    public final List<String> sent = new ArrayList<>();

    /** The delays of {@link #sent} in seconds. */
    public final List<Integer> delays = new ArrayList<>();

    public final List<String> heavy = new ArrayList<>();
    public final List<DeadLetter> deadLetters = new ArrayList<>();

    /** The delays of retries in seconds. */
    public final List<Integer> retries = new ArrayList<>();

    /** The results of documents. */
    public final List<String> results = new ArrayList<>();

    public boolean hasHeavy = true;

    /** Whether sending fails. */
    public boolean isDown;

    @Override
    public boolean hasHeavy() {
        return hasHeavy;
    }

    @Override
    public void send(String body, int seconds) {
        check();
        sent.add(body);
        delays.add(seconds);
    }

    @Override
    public void sendHeavy(String body) {
        check();
        heavy.add(body);
    }

    @Override
    public void sendDeadLetter(String body, String key, String reason) {
        check();
        deadLetters.add(new DeadLetter(body, key, reason));
    }

    @Override
    public boolean hasResults() {
        return true;
    }

    @Override
    public void sendResult(String body) {
        check();
        results.add(body);
    }

    @Override
    public void retryAfter(QueueMessage message, int seconds) {
        retries.add(seconds);
    }

    private void check() {
        if (isDown) {
            throw new IllegalStateException("the queue is down");
        }
    }
}
