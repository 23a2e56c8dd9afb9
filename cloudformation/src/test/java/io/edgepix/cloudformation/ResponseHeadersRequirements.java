package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.DISTRIBUTION;
import static io.edgepix.cloudformation.Requirement.RESPONSE_HEADERS_POLICY;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requirements for the root of the distribution and for the headers of responses. */
final class ResponseHeadersRequirements {
    private ResponseHeadersRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement(
                        "theRoot_isAnObjectInsteadOfAListing",
                        given -> "index.html".equals(distribution(given, "DefaultRootObject"))),
                new Requirement(
                        "theHeaders_areThoseOfThePolicy",
                        given -> ref(given.stack().only(RESPONSE_HEADERS_POLICY).id())
                                .equals(distribution(given, "DefaultCacheBehavior", "ResponseHeadersPolicyId"))),
                new Requirement(
                        "pages_thatMayReadPicturesAreThoseOfTheParameter", ResponseHeadersRequirements::corsFits),
                new Requirement(
                        "pages_mayShowPicturesUnderCoep",
                        given -> allowsPages(given)
                                ? List.of(Map.of(
                                                "Header",
                                                "Cross-Origin-Resource-Policy",
                                                "Value",
                                                "cross-origin",
                                                "Override",
                                                true))
                                        .equals(policy(given, "CustomHeadersConfig", "Items"))
                                : policy(given, "CustomHeadersConfig") == null),
                new Requirement(
                        "browsers_doNotGuessTheMediaType",
                        given -> Boolean.TRUE.equals(
                                policy(given, "SecurityHeadersConfig", "ContentTypeOptions", "Override"))),
                new Requirement(
                        "theCacheTag_isRemoved",
                        given -> List.of(Map.of("Header", "x-amz-meta-cache-tag"))
                                .equals(policy(given, "RemoveHeadersConfig", "Items"))));
    }

    private static boolean corsFits(Case given) {
        if (!allowsPages(given)) {
            return policy(given, "CorsConfig") == null;
        }
        return List.of(given.value("CorsOrigins", "*").split(",", -1))
                        .equals(policy(given, "CorsConfig", "AccessControlAllowOrigins", "Items"))
                && List.of("GET", "HEAD", "OPTIONS")
                        .equals(policy(given, "CorsConfig", "AccessControlAllowMethods", "Items"))
                && List.of("*").equals(policy(given, "CorsConfig", "AccessControlAllowHeaders", "Items"))
                && Boolean.FALSE.equals(policy(given, "CorsConfig", "AccessControlAllowCredentials"))
                && Boolean.TRUE.equals(policy(given, "CorsConfig", "OriginOverride"));
    }

    private static boolean allowsPages(Case given) {
        return !given.value("CorsOrigins", "*").isEmpty();
    }

    private static @Nullable Object policy(Case given, String... path) {
        return Values.at(given.stack().only(RESPONSE_HEADERS_POLICY).at("ResponseHeadersPolicyConfig"), path);
    }

    private static @Nullable Object distribution(Case given, String... path) {
        return Values.at(given.stack().only(DISTRIBUTION).at("DistributionConfig"), path);
    }
}
