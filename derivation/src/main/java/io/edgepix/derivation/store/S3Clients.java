package io.edgepix.derivation.store;

import java.time.Duration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Creates clients of S3 whose timeouts are well within the 30 s of an origin event. */
public final class S3Clients {
    private S3Clients() {}

    /**
     * Creates a builder of clients, for other endpoints and credentials. Bodies are not sent in chunks, as they are in
     * memory completely. Some servers respond before they read the last chunk, and then the SDK would send the request
     * again.
     */
    public static S3ClientBuilder builder(String region) {
        return S3Client.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(5)))
                .overrideConfiguration(override -> override.addExecutionInterceptor(new UnreadHeaders())
                        .apiCallAttemptTimeout(Duration.ofSeconds(6))
                        .apiCallTimeout(Duration.ofSeconds(10)))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }
}
