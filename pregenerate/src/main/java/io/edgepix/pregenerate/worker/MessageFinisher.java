package io.edgepix.pregenerate.worker;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.document.RenderingOutcome;
import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.JobMessages;
import io.edgepix.pregenerate.message.QueueMessage;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides what happens to a message after its originals or its document were processed. Writes one line for each failure. */
final class MessageFinisher {
    private final Queues queues;
    private final PartResultWriter results;
    private final DocumentFinisher documents;
    private final Store store;
    private final int maxDeliveries;
    private final Consumer<String> lines;
    private final FailureLog log;

    /**
     * Creates a finisher.
     *
     * @param maxDeliveries the number of deliveries after which a message is given up
     */
    MessageFinisher(
            Queues queues,
            PartResultWriter results,
            DocumentFinisher documents,
            Store store,
            int maxDeliveries,
            Consumer<String> lines) {
        this.queues = queues;
        this.results = results;
        this.documents = documents;
        this.store = store;
        this.maxDeliveries = maxDeliveries;
        this.lines = lines;
        this.log = new FailureLog(lines);
    }

    /**
     * Finishes a message.
     *
     * @param rendered the outcomes of documents by the ids of their messages
     * @param millis the time that its originals took
     * @return the reason why it has to be delivered again; empty if it is done
     */
    Optional<String> finish(MessagePlan plan, Outcomes outcomes, Map<String, RenderingOutcome> rendered, long millis) {
        try {
            return switch (plan) {
                case MessagePlan.Rejected(QueueMessage message, String reason) -> {
                    deadLetter(message, message.body(), "", reason);
                    yield Optional.empty();
                }
                case MessagePlan.RejectedDocument rejected -> {
                    documents.giveUp(rejected, millis);
                    yield Optional.empty();
                }
                case MessagePlan.Document document ->
                    documents.finish(
                            document,
                            rendered.getOrDefault(document.message().id(), new RenderingOutcome.NotStarted()),
                            millis);
                case MessagePlan.Split split -> {
                    split(split);
                    yield Optional.empty();
                }
                case MessagePlan.Accepted accepted -> finish(accepted, outcomes, millis);
            };
        } catch (RuntimeException e) {
            String reason = "the message could not be finished: " + e;
            lines.accept("RETRY message=" + plan.message().id() + " " + FailureLog.oneLine(reason));
            return Optional.of(reason);
        }
    }

    private void split(MessagePlan.Split plan) {
        JobMessage part = plan.part();
        results.writeSplit(part);
        for (int i = 0; i < part.keys().size(); i++) {
            queues.send(JobMessages.write(part.single(i)), 0);
        }
        lines.accept("SPLIT message=" + plan.message().id() + " delivery="
                + plan.message().deliveries() + " into " + part.keys().size() + " messages");
    }

    private Optional<String> finish(MessagePlan.Accepted plan, Outcomes outcomes, long millis) {
        QueueMessage message = plan.message();
        FinishedOriginals finished = FinishedOriginals.of(
                outcomes.of(plan.originals()), message.deliveries() >= maxDeliveries, queues.hasHeavy());
        plan.part().ifPresent(part -> results.write(part, finished, millis));
        finished.heavy().forEach((key, reason) -> {
            queues.sendHeavy(body(plan, key));
            log.write("HEAVY", message, key.value(), reason);
        });
        finished.failed().forEach((key, reason) -> deadLetter(message, body(plan, key), key.value(), reason));
        if (!finished.pending().isEmpty()) {
            Optional<JobMessage> several = plan.part().filter(part -> !part.isSingle());
            if (several.isEmpty()) {
                return Optional.of(retry(message, finished));
            }
            retryAlone(message, several.get(), finished);
        }
        plan.requests().forEach(this::deleteIfAnswered);
        return Optional.empty();
    }

    /** Returns the body of a message about one original. A notification is sent as it is. */
    private static String body(MessagePlan.Accepted plan, Key key) {
        return plan.part()
                .map(part -> JobMessages.write(part.single(part.keys().indexOf(key.value()))))
                .orElse(plan.message().body());
    }

    private void deadLetter(QueueMessage message, String body, String key, String reason) {
        queues.sendDeadLetter(body, key, reason);
        log.write("DEAD_LETTER", message, key, reason);
    }

    /** Gives each pending original of a part a message of its own, so that the others of the part are done. */
    private void retryAlone(QueueMessage message, JobMessage part, FinishedOriginals finished) {
        finished.pending().forEach((key, reason) -> {
            int seconds = FinishedOriginals.isFailure(reason) ? RetryDelay.FIRST_SECONDS : 0;
            JobMessage single = part.repeated().single(part.keys().indexOf(key.value()));
            queues.send(JobMessages.write(single), seconds);
            log.write("RETRY", message, key.value(), "in=" + seconds + " s " + reason);
        });
    }

    /** An original that was not started waits no longer, as nothing is wrong with it. */
    private String retry(QueueMessage message, FinishedOriginals finished) {
        int seconds = finished.pending().values().stream().anyMatch(FinishedOriginals::isFailure)
                ? RetryDelay.seconds(message.deliveries())
                : 0;
        Map.Entry<Key, String> first = finished.pending().entrySet().iterator().next();
        log.write("RETRY", message, first.getKey().value(), "in=" + seconds + " s " + first.getValue());
        queues.retryAfter(message, seconds);
        return first.getValue();
    }

    private void deleteIfAnswered(DerivativeRequest request) {
        try {
            if (request.isAnswered(store)) {
                store.delete(request.object());
            }
        } catch (StoreException e) {
            lines.accept("DELETE_FAILED path=" + request.object().path() + " "
                    + FailureLog.oneLine(String.valueOf(e.getMessage())));
        }
    }
}
