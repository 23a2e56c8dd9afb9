package io.edgepix.originresponse;

import io.edgepix.cloudfront.Origin;
import io.edgepix.derivation.store.Bucket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bucket of an S3 origin by its host. The host is {@code BUCKET.s3.REGION.amazonaws.com}, or one of the older
 * forms {@code BUCKET.s3.amazonaws.com} and {@code BUCKET.s3-REGION.amazonaws.com}, perhaps with {@code dualstack}.
 */
final class OriginBucket {
    private static final Pattern HOST = Pattern.compile(
            "(?<bucket>.+?)\\.s3(?:\\.dualstack)?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\\d))?\\.amazonaws\\.com");

    private OriginBucket() {}

    /** Returns the bucket; empty if the host is not that of a bucket. The Region that CloudFront names has priority. */
    static Optional<Bucket> of(Origin.S3 origin) {
        Matcher host = HOST.matcher(origin.domainName());
        return host.matches()
                ? Optional.of(new Bucket(host.group("bucket"), region(origin, host), prefix(origin.path())))
                : Optional.empty();
    }

    private static String region(Origin.S3 origin, Matcher host) {
        if (origin.region() != null && !origin.region().isEmpty()) {
            return origin.region();
        }
        String region = host.group("region");
        return region == null ? "us-east-1" : region;
    }

    private static String prefix(@Nullable String originPath) {
        return originPath == null || originPath.length() < 2 ? "" : originPath.substring(1) + "/";
    }
}
