package io.edgepix.derivation.snapshot;

import io.edgepix.derivation.store.S3Clients;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Sends requests to services of AWS, so that a snapshot has the classes of the SDK and of TLS. The results do not
 * matter.
 *
 * @param log receives the services whose requests fail, for example without permission
 */
public record ServicePriming(Consumer<String> log) {
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

    /** Reads an object that does not exist. */
    public void askS3(String region, String bucket, boolean hasEndpoint) {
        try (S3Client s3 = withoutKeepAlive(S3Clients.builder(region).forcePathStyle(hasEndpoint))
                .build()) {
            send("S3", () -> s3.getObjectAsBytes(object -> object.bucket(bucket).key(NO_SUCH_KEY)));
        }
    }

    /** Lets the clients of a builder close each connection. Adds to the interceptors that the builder has. */
    public static <B extends AwsClientBuilder<B, C>, C> B withoutKeepAlive(B builder) {
        return builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new WithoutKeepAlive())
                .build());
    }

    /** Sends a request, and logs its failure, unless it is the status 404. */
    public void send(String service, Runnable request) {
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
