package io.edgepix.localqueue;

import io.edgepix.localqueue.sqs.QueueSettings;
import java.time.Duration;

/**
 * The settings of pregeneration on one machine.
 *
 * @param existing whether the pictures that are in the folder at the start are processed as well
 * @param quiet the time for which a file must not change before it counts as complete
 */
public record LocalSettings(boolean existing, Duration quiet, QueueSettings queues) {
    private static final Duration QUIET = Duration.ofMillis(300);

    /** Returns the settings of {@code ./dev run --pregenerate}. */
    public static LocalSettings of(boolean existing) {
        return new LocalSettings(existing, QUIET, QueueSettings.defaults());
    }
}
