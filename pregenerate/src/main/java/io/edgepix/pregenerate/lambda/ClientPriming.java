package io.edgepix.pregenerate.lambda;

import io.edgepix.derivation.store.S3Clients;
import io.edgepix.pregenerate.aws.Environment;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Sends a request to each service of AWS, so that a snapshot has the classes of the SDK and of TLS. The results do not
 * matter. The clients are closed afterwards.
 */
record ClientPriming(Environment environment, Consumer<String> log) {
    private static final String NO_SUCH_KEY = ".edgepix/priming";

    /**
     * Asks the server to close the connection after its response. A connection in a snapshot would be dead in every
     * process that starts from it.
     */
    static final class WithoutKeepAlive implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.httpRequest().toBuilder()
                    .putHeader("Connection", "close")
                    .build();
        }
    }

    /** Sends the requests. Logs those that fail, for example without permission. */
    void run() {
        try (S3Client s3 = withoutKeepAlive(
                        S3Clients.builder(environment.region()).forcePathStyle(environment.hasEndpoint()))
                .build()) {
            send(
                    "S3",
                    () -> s3.getObjectAsBytes(
                            object -> object.bucket(environment.bucket()).key(NO_SUCH_KEY)));
        }
        try (SqsClient sqs = withoutKeepAlive(SqsClient.builder().region(Region.of(environment.region())))
                .build()) {
            send(
                    "SQS",
                    () -> sqs.getQueueAttributes(queue -> queue.queueUrl(environment.queue())
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)));
        }
        environment.distribution().ifPresent(this::askCloudFront);
    }

    private void askCloudFront(String distribution) {
        try (CloudFrontClient cloudFront = withoutKeepAlive(
                        CloudFrontClient.builder().region(Region.AWS_GLOBAL))
                .build()) {
            send(
                    "CloudFront",
                    () -> cloudFront.listInvalidations(
                            page -> page.distributionId(distribution).maxItems("1")));
        }
    }

    /** Adds the interceptor to those that the builder has. */
    private static <B extends AwsClientBuilder<B, C>, C> B withoutKeepAlive(B builder) {
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new WithoutKeepAlive())
                .build());
    }

    private void send(String service, Runnable request) {
        try {
            request.run();
        } catch (AwsServiceException e) {
            if (e.statusCode() != 404) {
                log.accept("edgepix: priming: " + service + " answered with status " + e.statusCode());
            }
        } catch (SdkException e) {
            log.accept("edgepix: priming: " + service + ": " + e.getMessage());
        }
    }
}
