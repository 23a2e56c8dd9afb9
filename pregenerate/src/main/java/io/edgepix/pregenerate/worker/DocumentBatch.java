package io.edgepix.pregenerate.worker;

import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.pregenerate.document.DocumentProcessor;
import io.edgepix.pregenerate.document.RenderingOutcome;
import io.edgepix.pregenerate.message.DocumentMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Processes many documents, as many at the same time as there are processors. */
final class DocumentBatch {
    private final DocumentProcessor processor;

    DocumentBatch(DocumentProcessor processor) {
        this.processor = processor;
    }

    /**
     * Processes documents. Messages for the same key are processed in their order, so that the last one wins. A message
     * that equals the one before it is not processed again.
     *
     * @return the outcomes by the ids of the messages
     */
    Map<String, RenderingOutcome> run(Collection<MessagePlan.Document> documents, RemainingTime time) {
        Map<String, RenderingOutcome> outcomes = new ConcurrentHashMap<>();
        if (documents.isEmpty()) {
            return outcomes;
        }
        Map<Key, List<MessagePlan.Document>> byKey = new LinkedHashMap<>();
        documents.forEach(plan -> byKey.computeIfAbsent(new Key(plan.document().to()), key -> new ArrayList<>())
                .add(plan));
        DocumentFiles files = processor.files();
        List<Runnable> tasks = new ArrayList<>();
        byKey.values().forEach(plans -> tasks.add(() -> run(plans, files, time, outcomes)));
        ProcessorThreads.run("document", tasks);
        return outcomes;
    }

    private void run(
            List<MessagePlan.Document> plans,
            DocumentFiles files,
            RemainingTime time,
            Map<String, RenderingOutcome> outcomes) {
        MessagePlan.Document before = plans.getFirst();
        RenderingOutcome outcome = outcome(before.document(), files, time);
        outcomes.put(before.message().id(), outcome);
        for (MessagePlan.Document plan : plans.subList(1, plans.size())) {
            outcome = isSame(plan.document(), before.document())
                    ? repeated(outcome)
                    : outcome(plan.document(), files, time);
            outcomes.put(plan.message().id(), outcome);
            before = plan;
        }
    }

    private static boolean isSame(DocumentMessage message, DocumentMessage before) {
        return message.template().equals(before.template()) && message.data().equals(before.data());
    }

    private static RenderingOutcome repeated(RenderingOutcome outcome) {
        return outcome instanceof RenderingOutcome.Done done ? done.existed() : outcome;
    }

    private RenderingOutcome outcome(DocumentMessage message, DocumentFiles files, RemainingTime time) {
        return time.isOutForDocuments(processor.maxSeconds())
                ? new RenderingOutcome.NotStarted()
                : processor.process(message, files);
    }
}
