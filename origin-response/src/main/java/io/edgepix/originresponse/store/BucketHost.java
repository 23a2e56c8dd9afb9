package io.edgepix.originresponse.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of a bucket: {@code BUCKET.s3.REGION.amazonaws.com}, with the older forms {@code BUCKET.s3.amazonaws.com}
 * and {@code BUCKET.s3-REGION.amazonaws.com}, and {@code dualstack}.
 */
record BucketHost(String bucket, String region) {
    private static final Pattern HOST = Pattern.compile(
            "(?<bucket>.+?)\\.s3(?:\\.dualstack)?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\\d))?\\.amazonaws\\.com");

    static @Nullable BucketHost parse(String host) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return null;
        }
        String region = matcher.group("region");
        return new BucketHost(matcher.group("bucket"), region == null ? "us-east-1" : region);
    }
}
