package io.edgepix.derivation.rest;

import io.edgepix.derivation.store.Bucket;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.retries.StandardRetryStrategy;

/** The buckets of S3. Thread-safe. */
public final class RestStores implements Stores {
    /** The variable with a server in place of S3. Lambda@Edge has no variables of its own; a local edge sets it. */
    private static final String ENDPOINT = "AWS_ENDPOINT_URL_S3";

    private static final int ATTEMPTS = 4;

    private final RestEndpoint endpoint;
    private final AwsCredentialsProvider credentials;
    private final int attempts;
    private final RestTimeouts timeouts;
    private @Nullable RestClient client;

    /**
     * Creates the buckets.
     *
     * @param endpoint a server in place of S3, with buckets in its paths
     */
    public RestStores(Optional<URI> endpoint, AwsCredentialsProvider credentials) {
        this(endpoint, credentials, ATTEMPTS, RestTimeouts.EVENT);
    }

    RestStores(Optional<URI> endpoint, AwsCredentialsProvider credentials, int attempts, RestTimeouts timeouts) {
        this.endpoint = new RestEndpoint(endpoint);
        this.credentials = credentials;
        this.attempts = attempts;
        this.timeouts = timeouts;
    }

    /** Creates the buckets by the variables of the process, {@code AWS_ACCESS_KEY_ID} and so on. */
    public static RestStores ofEnvironment() {
        return new RestStores(
                Optional.ofNullable(System.getenv(ENDPOINT)).map(URI::create),
                EnvironmentVariableCredentialsProvider.create());
    }

    @Override
    public Store of(Bucket bucket) {
        return new RestStore(client(), bucket);
    }

    private synchronized RestClient client() {
        RestClient result = client;
        if (result == null) {
            result = new RestClient(
                    endpoint,
                    credentials,
                    StandardRetryStrategy.builder()
                            .maxAttempts(attempts)
                            .retryOnException(RestStores::isTransient)
                            .treatAsThrottling(e -> e instanceof S3ErrorException error && error.isThrottling())
                            .build(),
                    timeouts);
            client = result;
        }
        return result;
    }

    private static boolean isTransient(Throwable e) {
        return e instanceof S3ErrorException error ? error.isTransient() : e instanceof IOException;
    }

    /** Starts to load the SDK and TLS in a thread. The first request waits for a part of that. */
    public Thread load() {
        return Thread.ofPlatform()
                .daemon()
                .name("s3-load")
                .start(() -> client().prime(
                                new RestRequest(SdkHttpMethod.GET, "key", Map.of()),
                                new Bucket("bucket", "us-east-1", "")));
    }
}
