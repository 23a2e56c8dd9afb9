package io.edgepix.localqueue.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.aws.CloudFrontInvalidation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;

/** Tests the endpoint with the worker's own code and the client of the AWS SDK. */
class InvalidationEndpointTest {
    private final List<String> invalidated = new CopyOnWriteArrayList<>();
    private final InvalidationEndpoint endpoint = InvalidationEndpoint.start(invalidated::addAll);

    @AfterEach
    void close() {
        endpoint.close();
    }

    private static void invalidate(URI uri, String distribution, String key) {
        try (CloudFrontClient client = CloudFrontClient.builder()
                .region(Region.AWS_GLOBAL)
                .endpointOverride(uri)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            new CloudFrontInvalidation(client, distribution, Duration.ofMillis(1)).invalidate(List.of(new Key(key)));
        }
    }

    @Test
    void invalidation_ofAnOriginal_hasItsTagAndPath() {
        invalidate(endpoint.endpoint(), InvalidationEndpoint.DISTRIBUTION, "a b&<.jpg");

        assertThat(invalidated).hasSize(2).contains(new Key("a b&<.jpg").path()).anyMatch(path -> path.startsWith("#"));
    }

    @Test
    void invalidation_ofAnotherDistribution_isRefused() {
        assertThatThrownBy(() -> invalidate(endpoint.endpoint(), "OTHER", "a.jpg"))
                .isInstanceOf(CloudFrontException.class)
                .hasMessageContaining("The only distribution is LOCAL.");
        assertThat(invalidated).isEmpty();
    }

    @Test
    void invalidation_withoutTheSecret_isRefused() {
        URI withoutSecret = endpoint.endpoint().resolve("/");

        assertThatThrownBy(() -> invalidate(withoutSecret, InvalidationEndpoint.DISTRIBUTION, "a.jpg"))
                .isInstanceOf(CloudFrontException.class);
        assertThat(invalidated).isEmpty();
    }
}
