package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.message.MessageWorker;
import io.edgepix.pregenerate.message.QueueMessage;
import io.edgepix.pregenerate.original.OriginalTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Processes batches of messages. An original that several messages of a batch are about is processed once. */
public final class BatchWorker implements MessageWorker {
    private final MessagePlanner planner;
    private final OriginalBatch originals;
    private final MessageFinisher finisher;
    private final BatchMetrics metrics;

    BatchWorker(MessagePlanner planner, OriginalBatch originals, MessageFinisher finisher, BatchMetrics metrics) {
        this.planner = planner;
        this.originals = originals;
        this.finisher = finisher;
        this.metrics = metrics;
    }

    @Override
    public Map<String, String> process(List<QueueMessage> messages) {
        return process(messages, () -> false);
    }

    /**
     * Processes messages as {@link #process(List)} does.
     *
     * @param isOutOfTime whether no further original may be started
     */
    public Map<String, String> process(List<QueueMessage> messages, BooleanSupplier isOutOfTime) {
        long start = System.nanoTime();
        List<MessagePlan> plans = messages.stream().map(planner::plan).toList();
        Map<Key, OriginalTask> tasks = new LinkedHashMap<>();
        for (MessagePlan plan : plans) {
            if (plan instanceof MessagePlan.Accepted accepted) {
                accepted.tasks().forEach(task -> tasks.merge(task.original(), task, OriginalTask::and));
            }
        }
        Outcomes outcomes = originals.run(tasks.values(), isOutOfTime);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Map<String, String> again = new LinkedHashMap<>();
        for (MessagePlan plan : plans) {
            finisher.finish(plan, outcomes, millis / Math.max(1, messages.size()))
                    .ifPresent(reason -> again.put(plan.message().id(), reason));
        }
        metrics.write(messages.size(), again.size(), outcomes, millis);
        return again;
    }
}
