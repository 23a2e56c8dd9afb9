package io.edgepix.localqueue;

import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localqueue.invalidation.InvalidationEndpoint;
import io.edgepix.localqueue.sqs.LocalQueues;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of the function and of the container on one machine. */
public final class LocalEnvironment {
    /** The time after which the container's program ends if its queue stays empty. */
    private static final String IDLE_SECONDS = "60";

    private LocalEnvironment() {}

    /**
     * Returns the variables of the container.
     *
     * @param cloudFront the endpoint that invalidates
     * @param config the file {@code edgepix.json}
     */
    public static Map<String, String> ofContainer(
            LocalBucket bucket, LocalQueues queues, URI cloudFront, Path config, int maxDeliveries) {
        Map<String, String> variables = new HashMap<>();
        variables.put("BUCKET", bucket.bucket());
        variables.put("QUEUE_URL", queues.heavyUrl());
        variables.put("HEAVY_QUEUE_URL", queues.heavyUrl());
        variables.put("DEAD_LETTER_QUEUE_URL", queues.deadLetterUrl());
        variables.put("RESULTS_QUEUE_URL", queues.resultsUrl());
        variables.put("DISTRIBUTION_ID", InvalidationEndpoint.DISTRIBUTION);
        variables.put("MAX_DELIVERIES", Integer.toString(maxDeliveries));
        variables.put("EDGEPIX_CONFIG", config.toString());
        variables.put("IDLE_SECONDS", IDLE_SECONDS);
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", bucket.accessKey());
        variables.put("AWS_SECRET_ACCESS_KEY", bucket.secretKey());
        variables.put("AWS_ENDPOINT_URL_S3", bucket.endpoint().toString());
        variables.put("AWS_ENDPOINT_URL_SQS", queues.endpoint().toString());
        variables.put("AWS_ENDPOINT_URL_CLOUDFRONT", cloudFront.toString());
        return variables;
    }
}
