package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cloudfront.Origin;
import io.edgepix.derivation.store.Bucket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginBucketTest {
    private static Optional<Bucket> bucket(String host, @Nullable String path, @Nullable String region) {
        return OriginBucket.of(new Origin.S3(null, host, path, null, region));
    }

    @ParameterizedTest
    @CsvSource({
        "pictures.s3.eu-west-1.amazonaws.com, pictures, eu-west-1",
        "pictures.s3.amazonaws.com, pictures, us-east-1",
        "pictures.s3-us-west-2.amazonaws.com, pictures, us-west-2",
        "pictures.s3.dualstack.ap-northeast-2.amazonaws.com, pictures, ap-northeast-2",
        "my.dotted.bucket.s3.us-gov-west-1.amazonaws.com, my.dotted.bucket, us-gov-west-1",
        "s3.s3.eu-west-1.amazonaws.com, s3, eu-west-1"
    })
    void of_aBucketsHost_hasBucketAndRegion(String host, String name, String region) {
        assertThat(bucket(host, null, null)).contains(new Bucket(name, region, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com",
        "s3.eu-west-1.amazonaws.com",
        "b.s3-website-us-east-1.amazonaws.com",
        "b.s3.amazonaws.com.evil.com"
    })
    void of_anotherHost_isEmpty(String host) {
        assertThat(bucket(host, null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', '', eu-west-1, ''", "/, '', eu-west-1, ''", "/site, eu-north-1, eu-north-1, site/"})
    void of_aPathAndARegion_hasThem(String path, String stated, String region, String prefix) {
        assertThat(bucket("pictures.s3.eu-west-1.amazonaws.com", path, stated))
                .contains(new Bucket("pictures", region, prefix));
    }
}
