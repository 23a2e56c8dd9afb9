package io.edgepix.localqueue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.purge.InvalidationPaths;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.pregenerate.aws.AwsWorkers;
import io.edgepix.pregenerate.aws.S3DocumentStore;
import io.edgepix.pregenerate.aws.S3PartResults;
import io.edgepix.pregenerate.aws.SqsQueues;
import io.edgepix.pregenerate.document.DocumentSettings;
import io.edgepix.pregenerate.lambda.PregenerateHandler;
import io.edgepix.pregenerate.worker.WorkerContext;
import io.edgepix.pregenerate.worker.Workers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The function in this process. */
final class LocalFunction {
    /** The memory of the stack's function, for the cost of jobs. */
    static final int MEMORY_MB = 1769;

    private LocalFunction() {}

    /** Creates the function, which invalidates the cache of the edge. */
    static RequestStreamHandler of(
            LocalDeployment edge, LocalQueues queues, Config config, int maxDeliveries, Consumer<String> log) {
        LocalBucket bucket = edge.bucket();
        Renderer renderer = Renderers.best(ConfiguredLimits.of(config));
        return new PregenerateHandler(Workers.of(new WorkerContext(
                "function",
                config,
                bucket.bucket(),
                name -> new S3Store(bucket.client(), name, ""),
                renderer,
                new SqsQueues(
                        queues.client(),
                        queues.url(),
                        Optional.of(queues.heavyUrl()),
                        queues.deadLetterUrl(),
                        Optional.of(queues.resultsUrl())),
                originals -> InvalidationPaths.ofKeys(originals).forEach(edge::invalidate),
                new S3PartResults(bucket.client(), bucket.bucket()),
                new DocumentSettings(
                        true,
                        config.documents().function(),
                        new S3DocumentStore(bucket.client(), bucket.bucket()),
                        AwsWorkers.documents(config, renderer)),
                maxDeliveries,
                MEMORY_MB,
                InstantSource.system(),
                log)));
    }
}
