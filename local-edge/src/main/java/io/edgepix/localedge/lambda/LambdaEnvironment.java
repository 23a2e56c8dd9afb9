package io.edgepix.localedge.lambda;

import java.net.URI;
import java.util.Map;

/** The environment variables of a function in Lambda: only the few that Lambda itself sets. */
public final class LambdaEnvironment {
    private static final String MEMORY_MB = "1769";

    private LambdaEnvironment() {}

    /**
     * Returns the variables of a function with a role, and one that directs it to a different S3.
     *
     * @param s3 the endpoint of that S3
     */
    public static Map<String, String> of(URI s3, String accessKey, String secretKey) {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", MEMORY_MB,
                "AWS_ACCESS_KEY_ID", accessKey,
                "AWS_SECRET_ACCESS_KEY", secretKey,
                "AWS_ENDPOINT_URL_S3", s3.toString());
    }
}
