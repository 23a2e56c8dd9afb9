package io.edgepix.pregenerate.aws;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of the function and of the container.
 *
 * @param bucket the bucket of the originals
 * @param queue the URL of the queue that the process reads
 * @param heavyQueue the URL of the queue of the container; empty if there is none
 * @param deadLetterQueue the URL of the dead-letter queue
 * @param resultsQueue the URL of the queue for the results of documents; empty if there is none
 * @param distribution the id of the CloudFront distribution; empty if there is none
 * @param maxDeliveries the number of deliveries after which a message is given up
 * @param config the file {@code edgepix.json}
 * @param memoryMegabytes the memory of the function; 0 in a container
 * @param hasDocuments whether documents are rendered
 * @param hasEndpoint whether S3 is not that of AWS
 */
public record Environment(
        String bucket,
        String region,
        String queue,
        Optional<String> heavyQueue,
        String deadLetterQueue,
        Optional<String> resultsQueue,
        Optional<String> distribution,
        int maxDeliveries,
        Path config,
        int memoryMegabytes,
        boolean hasDocuments,
        boolean hasEndpoint) {
    private static final String DEFAULT_DELIVERIES = "5";

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException if one is missing or wrong; the message has its name
     */
    public static Environment read(Map<String, String> variables) {
        return new Environment(
                required(variables, "BUCKET"),
                required(variables, "AWS_REGION"),
                required(variables, "QUEUE_URL"),
                optional(variables, "HEAVY_QUEUE_URL"),
                required(variables, "DEAD_LETTER_QUEUE_URL"),
                optional(variables, "RESULTS_QUEUE_URL"),
                optional(variables, "DISTRIBUTION_ID"),
                number(variables, "MAX_DELIVERIES", DEFAULT_DELIVERIES),
                optional(variables, "EDGEPIX_CONFIG")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", ""), "edgepix.json")),
                number(variables, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "0"),
                !optional(variables, "DOCUMENTS").equals(Optional.of("off")),
                optional(variables, "AWS_ENDPOINT_URL_S3").isPresent());
    }

    private static Optional<String> optional(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    private static String required(Map<String, String> variables, String name) {
        return optional(variables, name)
                .orElseThrow(() -> new IllegalArgumentException(name + ": expected a value, got none"));
    }

    private static int number(Map<String, String> variables, String name, String otherwise) {
        String value = optional(variables, name).orElse(otherwise);
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(name + ": expected a whole number, got " + value);
        }
        return Integer.parseInt(value);
    }
}
