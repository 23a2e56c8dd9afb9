package io.edgepix.pregenerate.container;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the container's program.
 *
 * @param queueUrl the queue to read
 * @param threads the number of messages that are processed at the same time
 * @param idle the program ends when the queue was empty for this time; empty for never
 */
record ContainerSettings(String queueUrl, int threads, Optional<Duration> idle) {
    private static final String QUEUE_URL = "QUEUE_URL";
    private static final String IDLE_SECONDS = "IDLE_SECONDS";

    /**
     * Reads the environment.
     *
     * @throws IllegalArgumentException if a variable is missing, or has no valid value
     */
    static ContainerSettings of(Map<String, String> environment) {
        String queueUrl = environment.getOrDefault(QUEUE_URL, "");
        if (queueUrl.isEmpty()) {
            throw new IllegalArgumentException(QUEUE_URL + ": expected the URL of the queue to read, got none");
        }
        return new ContainerSettings(
                queueUrl, Runtime.getRuntime().availableProcessors(), idle(environment.getOrDefault(IDLE_SECONDS, "")));
    }

    private static Optional<Duration> idle(String seconds) {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        if (!seconds.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    IDLE_SECONDS + ": expected a whole number of seconds from 1 to 999999, got '" + seconds + "'");
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
