package io.edgepix.localedge.behaviour;

import java.time.Duration;
import java.util.Map;

/**
 * A function URL as CloudFront's origin. It refuses requests without a signature.
 *
 * @param functionId the logical id of the function in the template
 * @param isSigned whether CloudFront signs requests by an origin access control
 * @param isPermitted whether the template permits CloudFront to call the function by its URL: both actions, for this
 *     distribution
 * @param readTimeout the time for which CloudFront waits for an answer
 */
public record FunctionOrigin(
        String functionId,
        String domainName,
        String region,
        boolean isSigned,
        boolean isPermitted,
        Duration readTimeout,
        Code code)
        implements Origin {
    /**
     * The function behind the URL.
     *
     * @param packageKey the package that it runs, such as {@link Behaviour#REGIONAL_ZIP}
     * @param handler the class and the method that Lambda calls
     * @param environment the environment variables that the template sets
     */
    public record Code(
            String packageKey,
            String handler,
            Map<String, String> environment,
            int memoryMegabytes,
            Duration timeout) {}
}
