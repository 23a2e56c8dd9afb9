package io.edgepix.pregenerate.worker;

import io.edgepix.pregenerate.document.RenderingOutcome;
import io.edgepix.pregenerate.message.DocumentMessage;
import io.edgepix.pregenerate.message.QueueMessage;
import java.util.Optional;

/** Decides what happens to a document message after its document was processed. */
final class DocumentFinisher {
    /** Enough for a sentence. The dead-letter queue has as much. */
    private static final int MAX_REASON = 1000;

    private final Queues queues;
    private final DocumentResultWriter results;
    private final int maxDeliveries;
    private final FailureLog log;

    /**
     * Creates a finisher.
     *
     * @param maxDeliveries the number of deliveries after which a message is given up
     */
    DocumentFinisher(Queues queues, DocumentResultWriter results, int maxDeliveries, FailureLog log) {
        this.queues = queues;
        this.results = results;
        this.maxDeliveries = maxDeliveries;
        this.log = log;
    }

    /**
     * Finishes a message.
     *
     * @param millis the time that its document took
     * @return the reason why it has to be delivered again; empty if it is done
     */
    Optional<String> finish(MessagePlan.Document plan, RenderingOutcome outcome, long millis) {
        QueueMessage message = plan.message();
        boolean isLast = message.deliveries() >= maxDeliveries;
        return switch (outcome) {
            case RenderingOutcome.Done done -> {
                results.writeDone(plan.document().to(), plan.document().target(), done, millis);
                yield Optional.empty();
            }
            case RenderingOutcome.Heavy(String reason) -> forward(plan, reason, millis);
            case RenderingOutcome.Broken(String reason) -> giveUp(plan, reason, millis);
            case RenderingOutcome.Failed(String reason) ->
                isLast ? giveUp(plan, reason, millis) : retry(plan, RetryDelay.seconds(message.deliveries()), reason);
            case RenderingOutcome.NotStarted _ ->
                isLast
                        ? forward(plan, RenderingOutcome.NotStarted.REASON, millis)
                        : retry(plan, 0, RenderingOutcome.NotStarted.REASON);
        };
    }

    /** Sends a message to the container. */
    private Optional<String> forward(MessagePlan.Document plan, String reason, long millis) {
        if (!queues.hasHeavy()) {
            return giveUp(plan, reason, millis);
        }
        queues.sendHeavy(plan.message().body());
        log.write("HEAVY", plan.message(), plan.document().to(), reason);
        return Optional.empty();
    }

    private Optional<String> giveUp(MessagePlan.Document plan, String reason, long millis) {
        DocumentMessage document = plan.document();
        giveUp(new MessagePlan.RejectedDocument(plan.message(), document.to(), document.target(), reason), millis);
        return Optional.empty();
    }

    /** Gives a message up: writes a result with the reason, and sends the message to the dead-letter queue. */
    void giveUp(MessagePlan.RejectedDocument plan, long millis) {
        String reason = plan.reason().length() <= MAX_REASON
                ? plan.reason()
                : plan.reason().substring(0, MAX_REASON);
        results.writeFailed(plan.to(), plan.target(), reason, millis);
        queues.sendDeadLetter(plan.message().body(), plan.to(), reason);
        log.write("DEAD_LETTER", plan.message(), plan.to(), reason);
    }

    private Optional<String> retry(MessagePlan.Document plan, int seconds, String reason) {
        log.write("RETRY", plan.message(), plan.document().to(), "in=" + seconds + " s " + reason);
        queues.retryAfter(plan.message(), seconds);
        return Optional.of(reason);
    }
}
