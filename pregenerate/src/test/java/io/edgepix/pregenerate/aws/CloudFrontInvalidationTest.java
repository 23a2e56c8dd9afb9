package io.edgepix.pregenerate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationResponse;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;

/** Tests the invalidations of a distribution, with a client that refuses some of them. */
class CloudFrontInvalidationTest {
    private final List<CreateInvalidationRequest> requests = new ArrayList<>();
    private int refusals;

    private final CloudFrontClient client = new CloudFrontClient() {
        @Override
        public CreateInvalidationResponse createInvalidation(CreateInvalidationRequest request) {
            requests.add(request);
            if (refusals > 0) {
                refusals--;
                throw TooManyInvalidationsInProgressException.builder()
                        .message("too many")
                        .build();
            }
            return CreateInvalidationResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "cloudfront";
        }

        @Override
        public void close() {}
    };

    private final CloudFrontInvalidation invalidation = new CloudFrontInvalidation(client, "E1", Duration.ZERO);

    @Test
    void invalidate_twoOriginals_isOneCallWithTagsAndPaths() {
        invalidation.invalidate(List.of(new Key("a b.jpg"), new Key("c.jpg")));

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.distributionId()).isEqualTo("E1");
            assertThat(request.invalidationBatch().paths().items())
                    .containsExactly("#a%20b.jpg", "/a%20b.jpg", "#c.jpg", "/c.jpg");
            assertThat(request.invalidationBatch().paths().quantity()).isEqualTo(4);
        });
    }

    @Test
    void invalidate_manyOriginals_staysWithinTheQuota() {
        invalidation.invalidate(IntStream.range(0, 1100)
                .mapToObj(number -> new Key(number + ".jpg"))
                .toList());

        assertThat(requests)
                .hasSize(3)
                .allSatisfy(request -> assertThat(
                                request.invalidationBatch().paths().quantity())
                        .isLessThanOrEqualTo(1000));
    }

    @Test
    void invalidate_tooManyInProgress_isTriedAgainUnderTheSameReference() {
        refusals = 2;

        invalidation.invalidate(List.of(new Key("a.jpg")));

        assertThat(requests).hasSize(3);
        assertThat(requests.stream()
                        .map(request -> request.invalidationBatch().callerReference())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void invalidate_tooManyForTooLong_isAFailure() {
        refusals = 100;

        assertThatThrownBy(() -> invalidation.invalidate(List.of(new Key("a.jpg"))))
                .isInstanceOf(TooManyInvalidationsInProgressException.class);
        assertThat(requests).hasSize(5);
    }
}
