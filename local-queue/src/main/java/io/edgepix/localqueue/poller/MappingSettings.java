package io.edgepix.localqueue.poller;

import java.time.Duration;

/**
 * The settings of an event source mapping.
 *
 * @param queueUrl the queue to read
 * @param queueArn the ARN of the queue, as events name it
 * @param region the Region, as events name it
 * @param batchSize the highest number of messages in one event, 1 to 10
 * @param concurrency the highest number of calls at the same time
 * @param timeout the time that the function has for one event
 */
public record MappingSettings(
        String queueUrl, String queueArn, String region, int batchSize, int concurrency, Duration timeout) {}
