package io.edgepix.pregenerate.worker;

import io.edgepix.configuration.Documents;
import io.edgepix.derivation.BatchDeriver;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.pregenerate.document.DocumentProcessor;
import io.edgepix.pregenerate.document.DocumentRules;
import io.edgepix.pregenerate.document.DocumentSettings;
import io.edgepix.pregenerate.original.CopyPlaces;
import io.edgepix.pregenerate.original.OriginalProcessor;
import io.edgepix.pregenerate.original.WantedDerivatives;

/**
 * The workers of a process. They share the limits of its memory.
 *
 * @param messages for messages of a queue
 * @param keys for keys without a message
 */
public record Workers(BatchWorker messages, KeyWorker keys) {
    /**
     * Creates workers.
     *
     * @throws io.edgepix.configuration.ConfigException if the configuration does not fit the renderer or the bucket
     */
    public static Workers of(WorkerContext context) {
        DerivationLog log = new DerivationLog(context.lines());
        Store store = context.stores().apply(context.bucket());
        WantedDerivatives wanted = new WantedDerivatives(
                context.config(),
                context.config()
                        .pregeneration()
                        .copies()
                        .map(copies -> CopyPlaces.of(copies, context.bucket(), context.stores())),
                log);
        OriginalBatch originals = new OriginalBatch(
                new OriginalProcessor(new BatchDeriver(context.config(), context.renderer(), log), store, wanted, log),
                store,
                context.queues().hasHeavy(),
                context.invalidation(),
                log);
        DocumentSettings documents = context.documents();
        Documents config = context.config().documents();
        return new Workers(
                new BatchWorker(
                        new MessagePlanner(
                                context.bucket(),
                                new PathGrammar(context.config().offer()),
                                wanted,
                                new DocumentRules(documents.isOn(), config.prefix()),
                                context.lines()),
                        originals,
                        new DocumentBatch(new DocumentProcessor(
                                documents, config.isPublic(), context.queues().hasHeavy(), log)),
                        new MessageFinisher(
                                context.queues(),
                                new PartResultWriter(context.results(), context.memoryMegabytes()),
                                new DocumentFinisher(
                                        context.queues(),
                                        new DocumentResultWriter(
                                                context.results(), context.queues(), context.memoryMegabytes()),
                                        context.maxDeliveries(),
                                        new FailureLog(context.lines())),
                                store,
                                context.maxDeliveries(),
                                context.lines()),
                        new BatchMetrics(context.name(), context.clock(), context.lines())),
                new KeyWorker(context.bucket(), wanted, originals, context.queues()));
    }
}
