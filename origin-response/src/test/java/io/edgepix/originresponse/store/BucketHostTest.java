package io.edgepix.originresponse.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketHostTest {
    @ParameterizedTest
    @CsvSource({
        "pictures.s3.eu-west-1.amazonaws.com, pictures, eu-west-1",
        "pictures.s3.amazonaws.com, pictures, us-east-1",
        "pictures.s3-us-west-2.amazonaws.com, pictures, us-west-2",
        "pictures.s3.dualstack.ap-northeast-2.amazonaws.com, pictures, ap-northeast-2",
        "my.dotted.bucket.s3.us-gov-west-1.amazonaws.com, my.dotted.bucket, us-gov-west-1",
        "s3.s3.eu-west-1.amazonaws.com, s3, eu-west-1"
    })
    void parse_aBucketsHost_hasBucketAndRegion(String host, String bucket, String region) {
        assertThat(BucketHost.parse(host)).isEqualTo(new BucketHost(bucket, region));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com",
        "s3.eu-west-1.amazonaws.com",
        "b.s3-website-us-east-1.amazonaws.com",
        "b.s3.amazonaws.com.evil.com"
    })
    void parse_anotherHost_isNone(String host) {
        assertThat(BucketHost.parse(host)).isNull();
    }
}
