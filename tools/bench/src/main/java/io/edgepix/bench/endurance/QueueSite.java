package io.edgepix.bench.endurance;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.lambda.Folders;
import io.edgepix.localqueue.LocalEnvironment;
import io.edgepix.localqueue.bulk.QueueState;
import io.edgepix.localqueue.container.ContainerCommand;
import io.edgepix.localqueue.endpoint.LocalEndpoints;
import io.edgepix.localqueue.invalidation.InvalidationEndpoint;
import io.edgepix.localqueue.sqs.LocalQueues;
import io.edgepix.localqueue.sqs.QueueSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A temporary bucket with its edge and its queues. Workers and {@code ./dev bulk} are processes of their own. */
final class QueueSite implements AutoCloseable {
    /** As in the stack. */
    static final int MAX_DELIVERIES = 5;

    private static final String CONFIG = "{}";
    private static final String BULK = "io.edgepix.localqueue.QueueCommands";

    /** Short, so that the messages of a killed worker return soon. */
    private static final Duration VISIBILITY = Duration.ofSeconds(6);

    static {
        // A killed process leaves a request of SQS without an end, which its server logs with a stack trace.
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.pekko", "off");
    }

    private final Path folder;
    private final LogLines edgeLog = new LogLines();
    private final LocalDeployment edge;
    private final LocalQueues queues;
    private final InvalidationEndpoint cloudFront;
    private final List<ChildJava> children = new ArrayList<>();

    private QueueSite(Path folder) throws IOException {
        this.folder = folder;
        this.edge = LocalDeployment.start(0, Files.createDirectory(folder.resolve("bucket")), config(), edgeLog);
        this.queues = LocalQueues.start(new QueueSettings(VISIBILITY, VISIBILITY, MAX_DELIVERIES));
        this.cloudFront = InvalidationEndpoint.start(edge::invalidate);
        Files.writeString(configFile(), CONFIG);
        new LocalEndpoints(
                        ProcessHandle.current().pid(),
                        edge.bucket().endpoint().toString(),
                        edge.bucket().bucket(),
                        edge.bucket().accessKey(),
                        edge.bucket().secretKey(),
                        queues.endpoint().toString(),
                        queues.url(),
                        queues.heavyUrl(),
                        queues.deadLetterUrl(),
                        queues.resultsUrl(),
                        CONFIG)
                .write(bucket());
    }

    /** Starts everything but workers, in a temporary folder. */
    static QueueSite start() throws IOException {
        return new QueueSite(Files.createTempDirectory("edgepix-endurance-"));
    }

    private Path configFile() {
        return folder.resolve("edgepix.json");
    }

    Config config() {
        return ConfigReader.read(CONFIG);
    }

    /** Returns the folder of the bucket. */
    Path bucket() {
        return folder.resolve("bucket");
    }

    BucketObjects objects() {
        return new BucketObjects(edge.bucket());
    }

    LogLines edgeLog() {
        return edgeLog;
    }

    LocalDeployment edge() {
        return edge;
    }

    LocalQueues queues() {
        return queues;
    }

    /** Starts the container's program as a reader of the function's queue. */
    ChildJava startWorker() throws IOException {
        Map<String, String> environment = LocalEnvironment.ofContainer(
                edge.bucket(), queues, cloudFront.endpoint(), configFile(), MAX_DELIVERIES);
        environment.put("QUEUE_URL", queues.url());
        environment.remove("IDLE_SECONDS");
        ContainerCommand command = ContainerCommand.ofClassPath(environment);
        return child(command.words(), command.environment());
    }

    /** Starts {@code ./dev bulk} for the bucket. */
    ChildJava startBulk(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BULK,
                "bulk",
                "--bucket",
                bucket().toString()));
        words.addAll(List.of(options));
        return child(words, Map.of());
    }

    private ChildJava child(List<String> words, Map<String, String> environment) throws IOException {
        ChildJava child = ChildJava.start(words, environment);
        children.add(child);
        return child;
    }

    /** Returns the number of messages of both queues, hidden ones included. */
    long messages() {
        return messages(queues, queues.url(), queues.heavyUrl());
    }

    long deadLetters() {
        return messages(queues, queues.deadLetterUrl());
    }

    /** Returns the number of messages of some queues, hidden ones included. */
    static long messages(LocalQueues queues, String... urls) {
        return new QueueState(queues.client(), List.of(urls), "").messages();
    }

    @Override
    public void close() throws IOException {
        children.forEach(ChildJava::close);
        try (edge;
                queues;
                cloudFront) {
            // If one fails to close, the others are closed nevertheless.
        }
        Folders.delete(folder);
    }
}
