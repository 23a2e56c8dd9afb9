package io.edgepix.localqueue;

import io.edgepix.cli.CommandException;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.TemporaryFolder;
import io.edgepix.localqueue.container.ContainerCommand;
import io.edgepix.localqueue.container.ContainerService;
import io.edgepix.localqueue.endpoint.LocalEndpoints;
import io.edgepix.localqueue.invalidation.InvalidationEndpoint;
import io.edgepix.localqueue.poller.EventSourceMapping;
import io.edgepix.localqueue.poller.MappingSettings;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.localqueue.watch.FolderWatch;
import io.edgepix.pregenerate.job.JobKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Renders derivatives before a viewer asks, next to a local edge: S3's notifications, the queues, the function in this
 * process, and the container as a process of its own.
 */
public final class LocalPregeneration implements AutoCloseable {
    private static final String REGION = "us-east-1";
    private static final int BATCH = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** The parts in the order of their start. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private final LocalQueues queues;

    private LocalPregeneration(LocalDeployment edge, String config, LocalSettings settings, Consumer<String> log) {
        try {
            LocalBucket bucket = edge.bucket();
            Config read = ConfigReader.read(config);
            this.queues = part(LocalQueues.start(settings.queues()));
            InvalidationEndpoint cloudFront = part(InvalidationEndpoint.start(edge::invalidate));
            Path file = part(TemporaryFolder.create("config")).path().resolve("edgepix.json");
            Files.writeString(file, config);
            int maxDeliveries = settings.queues().maxDeliveries();
            part(EventSourceMapping.start(
                    queues.client(), mapping(), LocalFunction.of(edge, queues, read, maxDeliveries, log), log));
            part(ContainerService.start(
                    ContainerCommand.ofClassPath(
                            LocalEnvironment.ofContainer(bucket, queues, cloudFront.endpoint(), file, maxDeliveries)),
                    queues.client(),
                    queues.heavyUrl(),
                    log));
            part(FolderWatch.start(
                    new FolderWatch.Bucket(bucket.folder(), bucket.client(), bucket.bucket()),
                    new FolderWatch.Options(
                            settings.quiet(),
                            settings.existing(),
                            key -> isNotified(key, read.pregeneration().prefix())),
                    queues.client(),
                    queues.url(),
                    log));
            writeEndpoints(bucket, config);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts next to a local edge, which has to be closed later.
     *
     * @param config the text of the edge's configuration
     * @throws UncheckedIOException if the folder of the bucket cannot be watched
     */
    public static LocalPregeneration start(
            LocalDeployment edge, String config, LocalSettings settings, Consumer<String> log) {
        return new LocalPregeneration(edge, config, settings, log);
    }

    /**
     * Starts as {@code ./dev run --pregenerate} does, and prints the URL of the queues.
     *
     * @throws CommandException if it does not start, or another run does the same for this folder
     */
    static LocalPregeneration start(LocalDeployment edge, String config, boolean existing) {
        Path folder = edge.bucket().folder();
        LocalEndpoints.running(folder).ifPresent(other -> {
            throw new CommandException("--pregenerate: the process " + other.pid() + " renders the pictures of "
                    + folder + " already; end it first");
        });
        try {
            LocalPregeneration started =
                    start(edge, config, LocalSettings.of(existing), withoutMetrics(System.err::println));
            System.out.println("Pictures that you put into the folder get their derivatives immediately."
                    + " The queues are at " + started.queues().endpoint());
            return started;
        } catch (UncheckedIOException e) {
            throw new CommandException("--pregenerate: " + e.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private MappingSettings mapping() {
        return new MappingSettings(
                queues.url(),
                queues.arn(queues.url()),
                REGION,
                BATCH,
                Runtime.getRuntime().availableProcessors(),
                TIMEOUT);
    }

    /** Drops the metrics, which are for CloudWatch and not for people. */
    private static Consumer<String> withoutMetrics(Consumer<String> lines) {
        return line -> {
            if (!line.contains("{\"_aws\":")) {
                lines.accept(line);
            }
        };
    }

    /** Tells whether the stack's notification of the bucket has a key. */
    private static boolean isNotified(String key, String prefix) {
        return key.startsWith(JobKeys.FOLDER) ? key.startsWith(JobKeys.REQUESTS) : key.startsWith(prefix);
    }

    private void writeEndpoints(LocalBucket bucket, String config) throws IOException {
        LocalEndpoints endpoints = new LocalEndpoints(
                ProcessHandle.current().pid(),
                bucket.endpoint().toString(),
                bucket.bucket(),
                bucket.accessKey(),
                bucket.secretKey(),
                queues.endpoint().toString(),
                queues.url(),
                queues.heavyUrl(),
                queues.deadLetterUrl(),
                queues.resultsUrl(),
                config);
        endpoints.write(bucket.folder());
        part(() -> endpoints.delete(bucket.folder()));
    }

    /** Returns the queues. */
    public LocalQueues queues() {
        return queues;
    }

    /** Closes the parts from the last to the first. */
    @Override
    public void close() {
        IllegalStateException failed = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failed = new IllegalStateException("did not close: " + e.getMessage(), e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
