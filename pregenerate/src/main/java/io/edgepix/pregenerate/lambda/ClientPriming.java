package io.edgepix.pregenerate.lambda;

import io.edgepix.derivation.snapshot.ServicePriming;
import io.edgepix.pregenerate.aws.Environment;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Sends a request to each service of AWS that the function uses. The clients are closed afterwards. */
record ClientPriming(Environment environment, Consumer<String> log) {
    /** Sends the requests. Logs those that fail, for example without permission. */
    void run() {
        ServicePriming priming = new ServicePriming(log);
        priming.askS3(environment.region(), environment.bucket(), environment.hasEndpoint());
        try (SqsClient sqs = ServicePriming.withoutKeepAlive(
                        SqsClient.builder().region(Region.of(environment.region())))
                .build()) {
            priming.send(
                    "SQS",
                    () -> sqs.getQueueAttributes(queue -> queue.queueUrl(environment.queue())
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
        }
        environment.distribution().ifPresent(distribution -> askCloudFront(priming, distribution));
    }

    private static void askCloudFront(ServicePriming priming, String distribution) {
        try (CloudFrontClient cloudFront = ServicePriming.withoutKeepAlive(
                        CloudFrontClient.builder().region(Region.AWS_GLOBAL))
                .build()) {
            priming.send(
                    "CloudFront",
                    () -> cloudFront.listInvalidations(
                            page -> page.distributionId(distribution).maxItems("1")));
        }
    }
}
