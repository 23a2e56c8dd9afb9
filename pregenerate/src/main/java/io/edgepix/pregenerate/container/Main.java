package io.edgepix.pregenerate.container;

import io.edgepix.configuration.ConfigException;
import io.edgepix.pregenerate.aws.AwsWorkers;
import io.edgepix.pregenerate.aws.Environment;
import io.edgepix.pregenerate.message.MessageWorker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The program of the container. It reads the queue of the variable {@code QUEUE_URL} until SIGTERM, or until the queue
 * was empty for {@code IDLE_SECONDS}. SIGTERM gives the messages in work back to the queue.
 */
public final class Main {
    private static final int FAILED = 1;
    /** More than the 20 s of a long poll. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private Main() {}

    /** Runs until the queue is empty for long enough, or until SIGTERM. Exits with 1 if it cannot go on. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), Main::worker, System.out::println));
    }

    /**
     * Processes messages until the queue is empty for long enough, or until SIGTERM.
     *
     * @param workers creates the worker from the environment
     * @return the exit status
     */
    public static int run(
            Map<String, String> environment,
            Function<Map<String, String>, MessageWorker> workers,
            Consumer<String> log) {
        try (SqsClient sqs = sqs()) {
            QueueConsumer consumer =
                    new QueueConsumer(ContainerSettings.of(environment), sqs, workers.apply(environment), log);
            Runtime.getRuntime().addShutdownHook(new Thread(consumer::stop, "stop"));
            log.accept("STARTED " + environment.get("QUEUE_URL"));
            Optional<Throwable> failure = consumer.run();
            log.accept(failure.map(error -> "FAULT " + error).orElse("STOPPED the queue is empty"));
            return failure.isEmpty() ? 0 : FAILED;
        } catch (IllegalArgumentException | ConfigException | SdkException e) {
            log.accept("FAULT " + e.getMessage());
            return FAILED;
        }
    }

    /** Creates a client by the environment: AWS_REGION, credentials, and AWS_ENDPOINT_URL_SQS on one machine. */
    private static SqsClient sqs() {
        return SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(SOCKET_TIMEOUT))
                .build();
    }

    private static MessageWorker worker(Map<String, String> environment) {
        return AwsWorkers.container(Environment.read(environment)).messages();
    }
}
