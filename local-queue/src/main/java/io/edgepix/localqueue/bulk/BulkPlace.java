package io.edgepix.localqueue.bulk;

import java.time.Duration;
import java.util.List;

/**
 * A bucket with its clients and queues.
 *
 * @param name the bucket as the user knows it, for messages
 * @param region the Region of the bucket
 * @param queueUrls the queue of the function, then perhaps that of the container; empty if there is none
 * @param awsOptions the options by which the AWS CLI reaches the queues
 * @param configuration the text of the edgepix.json that is known for this bucket
 * @param quiet the time without a new result after which empty queues are the end of a job
 */
public record BulkPlace(
        String name,
        String region,
        BulkClients clients,
        List<String> queueUrls,
        String awsOptions,
        String configuration,
        Duration quiet) {}
