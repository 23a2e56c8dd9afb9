package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.document.RenderingOutcome;
import io.edgepix.pregenerate.message.MessageWorker;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.original.OriginalTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Processes batches of messages. An original or a document that several messages of a batch are about is processed once.
 */
public final class BatchWorker implements MessageWorker {
    private final MessagePlanner planner;
    private final OriginalBatch originals;
    private final DocumentBatch documents;
    private final MessageFinisher finisher;
    private final BatchMetrics metrics;

    BatchWorker(
            MessagePlanner planner,
            OriginalBatch originals,
            DocumentBatch documents,
            MessageFinisher finisher,
            BatchMetrics metrics) {
        this.planner = planner;
        this.originals = originals;
        this.documents = documents;
        this.finisher = finisher;
        this.metrics = metrics;
    }

    @Override
    public Map<String, String> process(List<QueueMessage> messages) {
        return process(messages, RemainingTime.UNLIMITED);
    }

    /**
     * Processes messages as {@link #process(List)} does.
     *
     * @param time the time of this process
     */
    public Map<String, String> process(List<QueueMessage> messages, RemainingTime time) {
        long start = System.nanoTime();
        List<MessagePlan> plans = messages.stream().map(planner::plan).toList();
        Map<Key, OriginalTask> tasks = new LinkedHashMap<>();
        for (MessagePlan plan : plans) {
            if (plan instanceof MessagePlan.Accepted accepted) {
                accepted.tasks().forEach(task -> tasks.merge(task.original(), task, OriginalTask::and));
            }
        }
        Outcomes outcomes = originals.run(tasks.values(), time::isOutForOriginals);
        Map<String, RenderingOutcome> rendered = documents.run(documents(plans), time);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Map<String, String> again = new LinkedHashMap<>();
        for (MessagePlan plan : plans) {
            finisher.finish(plan, outcomes, rendered, millis / Math.max(1, messages.size()))
                    .ifPresent(reason -> again.put(plan.message().id(), reason));
        }
        metrics.write(messages.size(), again.size(), outcomes, rendered.values(), millis);
        return again;
    }

    private static List<MessagePlan.Document> documents(List<MessagePlan> plans) {
        return plans.stream()
                .filter(MessagePlan.Document.class::isInstance)
                .map(MessagePlan.Document.class::cast)
                .toList();
    }
}
