package io.edgepix.localedge;

import java.util.Map;

/** The environment of a function in Lambda: no variable of its user's, and the few that Lambda itself sets. */
public final class LambdaEnvironment {
    private static final String MEMORY_MB = "1769";

    private LambdaEnvironment() {}

    /** That of a function with a role for this bucket, and the one variable more that sends it there. */
    public static Map<String, String> of(LocalBucket bucket) {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", MEMORY_MB,
                "AWS_ACCESS_KEY_ID", bucket.accessKey(),
                "AWS_SECRET_ACCESS_KEY", bucket.secretKey(),
                "AWS_ENDPOINT_URL_S3", bucket.endpoint().toString());
    }
}
