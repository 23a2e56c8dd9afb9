package io.edgepix.bench.endurance;

import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.worker.Queues;

/** Queues whose retries wait for a fraction of the usual time. */
record QuickRetries(Queues queues) implements Queues {
    private static final int FRACTION = 15;

    @Override
    public boolean hasHeavy() {
        return queues.hasHeavy();
    }

    @Override
    public void send(String body, int seconds) {
        queues.send(body, seconds / FRACTION);
    }

    @Override
    public void sendHeavy(String body) {
        queues.sendHeavy(body);
    }

    @Override
    public void sendDeadLetter(String body, String key, String reason) {
        queues.sendDeadLetter(body, key, reason);
    }

    @Override
    public boolean hasResults() {
        return queues.hasResults();
    }

    @Override
    public void sendResult(String body) {
        queues.sendResult(body);
    }

    @Override
    public void retryAfter(QueueMessage message, int seconds) {
        queues.retryAfter(message, seconds / FRACTION);
    }
}
