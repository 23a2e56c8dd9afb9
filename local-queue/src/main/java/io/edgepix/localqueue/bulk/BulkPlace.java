package io.edgepix.localqueue.bulk;

import java.util.List;

/**
 * A bucket with its clients and queues.
 *
 * @param name the bucket as the user knows it, for messages
 * @param region the Region of the bucket
 * @param queueUrls the queue of the function, then perhaps that of the container; empty if there is none
 * @param awsOptions the options by which the AWS CLI reaches the queues
 * @param configuration the text of the edgepix.json that is known for this bucket
 */
public record BulkPlace(
        String name,
        String region,
        BulkClients clients,
        List<String> queueUrls,
        String awsOptions,
        String configuration) {}
