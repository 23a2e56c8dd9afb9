package io.edgepix.bench.endurance;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.documents.DocumentRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.imaging.model.Limits;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.poller.EventSourceMapping;
import io.edgepix.localqueue.poller.MappingSettings;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.pregenerate.aws.S3DocumentStore;
import io.edgepix.pregenerate.aws.S3PartResults;
import io.edgepix.pregenerate.aws.SqsQueues;
import io.edgepix.pregenerate.document.DocumentSettings;
import io.edgepix.pregenerate.lambda.PregenerateHandler;
import io.edgepix.pregenerate.worker.WorkerContext;
import io.edgepix.pregenerate.worker.Workers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The function and the container in this process, with quick retries. */
final class InProcessWorkers implements AutoCloseable {
    private static final String REGION = "us-east-1";
    private static final int BATCH = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final LogLines log = new LogLines();
    private final EventSourceMapping function;
    private final EventSourceMapping container;

    InProcessWorkers(LocalBucket bucket, LocalQueues queues, Config config) {
        this.function = start(
                bucket, queues, queues.url(), Optional.of(queues.heavyUrl()), config, ConfiguredLimits.of(config));
        this.container = start(
                bucket,
                queues,
                queues.heavyUrl(),
                Optional.empty(),
                config.withLimits(config.pregeneration().container()),
                ConfiguredLimits.container(config));
    }

    private EventSourceMapping start(
            LocalBucket bucket, LocalQueues queues, String url, Optional<String> heavy, Config config, Limits limits) {
        Renderer renderer = Renderers.best(limits);
        DocumentLimits documents = heavy.isPresent()
                ? config.documents().function()
                : config.documents().container();
        Workers workers = Workers.of(new WorkerContext(
                heavy.isPresent() ? "function" : "container",
                config,
                bucket.bucket(),
                name -> new S3Store(bucket.client(), name, ""),
                renderer,
                new QuickRetries(new SqsQueues(queues.client(), url, heavy, queues.deadLetterUrl())),
                originals -> {},
                new S3PartResults(bucket.client(), bucket.bucket()),
                new DocumentSettings(
                        true,
                        documents,
                        new S3DocumentStore(bucket.client(), bucket.bucket()),
                        new DocumentRenderer(documents, renderer)::render),
                QueueSite.MAX_DELIVERIES,
                0,
                InstantSource.system(),
                log));
        return EventSourceMapping.start(
                queues.client(),
                new MappingSettings(url, queues.arn(url), REGION, BATCH, 2, TIMEOUT),
                new PregenerateHandler(workers),
                log);
    }

    LogLines log() {
        return log;
    }

    @Override
    public void close() {
        try (function;
                container) {
            // If one fails to close, the other is closed nevertheless.
        }
    }
}
