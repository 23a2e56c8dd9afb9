package io.edgepix.cloudfront;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code request.origin} of an origin event. */
public record Origin(@Nullable S3 s3) {
    /**
     * An S3 bucket as an origin.
     *
     * @param domainName such as {@code my-bucket.s3.eu-west-1.amazonaws.com}
     * @param region the bucket's Region; null or empty if CloudFront omits it
     * @param path the prefix that CloudFront adds to every path, empty or starting with {@code /}
     */
    public record S3(
            @Nullable Map<String, List<CloudFrontEvent.Header>> customHeaders,
            String domainName,
            @Nullable String path,
            @Nullable String authMethod,
            @Nullable String region) {}
}
