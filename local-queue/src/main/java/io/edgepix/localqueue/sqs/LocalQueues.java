package io.edgepix.localqueue.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The four queues of the stack in an SQS on the loopback address: that of the function, that of the container, the
 * dead-letter queue of both, and the one for results of documents. They are in memory, so messages end with the process. Any credentials are valid.
 */
public final class LocalQueues implements AutoCloseable {
    private static final String REGION = "us-east-1";

    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsClient client;
    private final String deadLetterUrl;
    private final String url;
    private final String heavyUrl;
    private final String resultsUrl;

    private LocalQueues(SQSRestServer server, QueueSettings settings) {
        this.server = server;
        this.endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.client = newClient(endpoint);
        this.deadLetterUrl = create("edgepix-dead-letter", Map.of());
        String redrive = "{\"deadLetterTargetArn\":\"" + arn(deadLetterUrl) + "\",\"maxReceiveCount\":"
                + settings.maxDeliveries() + "}";
        this.url = create("edgepix", attributes(settings.visibility(), redrive));
        this.heavyUrl = create("edgepix-heavy", attributes(settings.heavyVisibility(), redrive));
        this.resultsUrl = create("edgepix-results", Map.of());
    }

    /** Starts SQS on a free port, and creates the queues. */
    public static LocalQueues start(QueueSettings settings) {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .withAWSRegion(REGION)
                .start();
        try {
            return new LocalQueues(server, settings);
        } catch (RuntimeException e) {
            server.stopAndWait();
            throw e;
        }
    }

    private static SqsClient newClient(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                // A long poll takes up to 20 s.
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)))
                .build();
    }

    private static Map<QueueAttributeName, String> attributes(Duration visibility, String redrive) {
        return Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(visibility.toSeconds()),
                QueueAttributeName.REDRIVE_POLICY,
                redrive);
    }

    private String create(String name, Map<QueueAttributeName, String> attributes) {
        return client.createQueue(queue -> queue.queueName(name).attributes(attributes))
                .queueUrl();
    }

    /** Returns the ARN of a queue. */
    public String arn(String queueUrl) {
        return Objects.requireNonNull(client.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
    }

    /** Returns the URL of SQS. */
    public URI endpoint() {
        return endpoint;
    }

    /** Returns a client of these queues, which is closed with them. */
    public SqsClient client() {
        return client;
    }

    /** Returns the URL of the queue that the function reads. */
    public String url() {
        return url;
    }

    /** Returns the URL of the queue that the container reads. */
    public String heavyUrl() {
        return heavyUrl;
    }

    /** Returns the URL of the dead-letter queue. */
    public String deadLetterUrl() {
        return deadLetterUrl;
    }

    /** Returns the URL of the queue for results of documents. */
    public String resultsUrl() {
        return resultsUrl;
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
