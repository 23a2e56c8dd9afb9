package io.edgepix.derivation.rest;

import io.edgepix.derivation.store.Bucket;
import io.edgepix.derivation.store.StoreException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Sends requests to S3 by the SDK's signer, HTTP client and retry strategy. If S3 says that a bucket is in a different
 * Region, the request is sent there. Thread-safe.
 */
final class RestClient {
    private static final String SERVICE = "s3";
    private static final int NOT_MODIFIED = 304;

    /** Reads a response within an attempt, so that a connection that breaks is a reason for another attempt. */
    interface Reader<T> {
        T read(RestResponse response) throws IOException, StoreException;
    }

    private final RestEndpoint endpoint;
    private final AwsCredentialsProvider credentials;
    private final RetryStrategy retries;
    private final RestTimeouts timeouts;
    private final SdkHttpClient http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** Regions of buckets that are not where they were expected. */
    private final Map<String, String> regions = new ConcurrentHashMap<>();

    RestClient(
            RestEndpoint endpoint, AwsCredentialsProvider credentials, RetryStrategy retries, RestTimeouts timeouts) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.retries = retries;
        this.timeouts = timeouts;
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(timeouts.connection())
                .socketTimeout(timeouts.socket())
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build())
                .build();
    }

    /** Prepares a request without sending it, which loads classes and initialises TLS. */
    void prime(RestRequest request, Bucket bucket) {
        prepare(request, bucket.name(), bucket.region());
    }

    /**
     * Sends a request, and again after errors that can pass.
     *
     * @throws S3ErrorException if S3 responds with an error
     * @throws IOException if S3 cannot be reached or a response is not complete
     */
    <T> T send(RestRequest request, Bucket bucket, Reader<T> reader) throws IOException, StoreException {
        String region = regions.getOrDefault(bucket.name(), bucket.region());
        try {
            return sendTo(region, request, bucket.name(), reader);
        } catch (S3ErrorException e) {
            Optional<String> other = e.regionInsteadOf(region);
            if (other.isEmpty()) {
                throw e;
            }
            regions.put(bucket.name(), other.get());
            return sendTo(other.get(), request, bucket.name(), reader);
        }
    }

    private <T> T sendTo(String region, RestRequest request, String bucket, Reader<T> reader)
            throws IOException, StoreException {
        long end = System.nanoTime() + timeouts.call().toNanos();
        RetryToken token = retries.acquireInitialToken(AcquireInitialTokenRequest.create(SERVICE))
                .token();
        while (true) {
            try {
                T result = attempt(region, request, bucket, reader);
                retries.recordSuccess(RecordSuccessRequest.create(token));
                return result;
            } catch (IOException e) {
                token = retryToken(token, e, end);
            }
        }
    }

    private <T> T attempt(String region, RestRequest request, String bucket, Reader<T> reader)
            throws IOException, StoreException {
        long deadline = System.nanoTime() + timeouts.attempt().toNanos();
        try (RestResponse response =
                new RestResponse(prepare(request, bucket, region).call(), deadline)) {
            if (response.status() / 100 == 2 || response.status() == NOT_MODIFIED) {
                return reader.read(response);
            }
            throw S3ErrorException.of(response.head(), response.errorBytes());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ExecutableHttpRequest prepare(RestRequest request, String bucket, String region) {
        SdkHttpRequest.Builder unsigned = endpoint.request(request.method(), region, bucket, request.key())
                .putHeader("User-Agent", "edgepix");
        request.headers().forEach(unsigned::putHeader);
        ContentStreamProvider body = null;
        if (request.isPut()) {
            unsigned.putHeader("Content-Length", Integer.toString(request.body().length));
            body = ContentStreamProvider.fromByteArrayUnsafe(request.body());
        }
        SignedRequest signed = signer.sign(SignRequest.builder(credentials.resolveCredentials())
                .request(unsigned.build())
                .payload(body)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .build());
        HttpExecuteRequest.Builder executed = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(executed::contentStreamProvider);
        return http.prepareRequest(executed.build());
    }

    /** Waits before another attempt; throws the failure if there is none. */
    private RetryToken retryToken(RetryToken token, IOException failure, long end) throws IOException {
        RefreshRetryTokenResponse next;
        try {
            next = retries.refreshRetryToken(RefreshRetryTokenRequest.builder()
                    .token(token)
                    .failure(failure)
                    .build());
        } catch (TokenAcquisitionFailedException e) {
            throw failure;
        }
        if (System.nanoTime() + next.delay().toNanos() - end > 0) {
            throw failure;
        }
        try {
            Thread.sleep(next.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts");
        }
        return next.token();
    }
}
