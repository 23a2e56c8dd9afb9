package io.edgepix.derivation.store;

import java.time.Duration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of S3 with every wait bounded, well within the 30 s of an origin event. */
public final class S3Clients {
    private S3Clients() {}

    /** A client of one Region, with the credentials of the function's role. */
    public static S3Client of(String region) {
        return builder(region).build();
    }

    /**
     * Starts loading what every client needs, of the SDK and of TLS, beside whatever the caller does meanwhile. The first
     * client waits for it where it has to, and then takes a few milliseconds instead of fifty.
     */
    public static Thread load() {
        return Thread.ofPlatform()
                .daemon()
                .name("s3-load")
                .start(() -> of("us-east-1").close());
    }

    /**
     * The same before it is built, for other endpoints and credentials. Bodies are in memory as a whole, so that they need
     * no chunks; some servers answer before they read the last chunk, and then the request is sent again.
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
