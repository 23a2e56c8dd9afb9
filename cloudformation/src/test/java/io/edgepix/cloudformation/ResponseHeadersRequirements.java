package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.DISTRIBUTION;
import static io.edgepix.cloudformation.Requirement.RESPONSE_HEADERS_POLICY;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requirements for the root of the distribution and for the headers of responses. */
final class ResponseHeadersRequirements {
    private ResponseHeadersRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement(
                        "theRoot_isAnObjectInsteadOfAListing",
                        given -> "index.html"
                                .equals(given.stack()
                                        .only(DISTRIBUTION)
                                        .at("DistributionConfig", "DefaultRootObject"))),
                ofPolicy(
                        "theHeaders_areThoseOfThePolicy",
                        given -> Behaviours.of(given).stream()
                                .allMatch(behaviour ->
                                        ref("ResponseHeadersPolicy").equals(behaviour.get("ResponseHeadersPolicyId")))),
                ofPolicy("pages_thatMayReadPicturesAreThoseOfTheParameter", ResponseHeadersRequirements::corsFits),
                ofPolicy(
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
                ofPolicy(
                        "browsers_doNotGuessTheMediaType",
                        given -> Boolean.TRUE.equals(
                                policy(given, "SecurityHeadersConfig", "ContentTypeOptions", "Override"))),
                ofPolicy("browsers_useHttpsForTheTimeOfTheParameter", ResponseHeadersRequirements::hstsFits),
                ofPolicy("documents_runNoScripts", ResponseHeadersRequirements::contentPolicyFits),
                ofPolicy("theMetadata_isRemoved", ResponseHeadersRequirements::metadataIsRemoved));
    }

    /** Creates a requirement for the policy, unless the plan has none. */
    private static Requirement ofPolicy(String name, Predicate<Case> isMet) {
        return new Requirement(name, given -> !given.hasPolicies() || isMet.test(given));
    }

    private static boolean corsFits(Case given) {
        if (!allowsPages(given)) {
            return policy(given, "CorsConfig") == null;
        }
        return List.of(given.setting("CorsOrigins").split(",", -1))
                        .equals(policy(given, "CorsConfig", "AccessControlAllowOrigins", "Items"))
                && List.of("GET", "HEAD", "OPTIONS")
                        .equals(policy(given, "CorsConfig", "AccessControlAllowMethods", "Items"))
                && List.of("*").equals(policy(given, "CorsConfig", "AccessControlAllowHeaders", "Items"))
                && Boolean.FALSE.equals(policy(given, "CorsConfig", "AccessControlAllowCredentials"))
                && Boolean.TRUE.equals(policy(given, "CorsConfig", "OriginOverride"));
    }

    private static boolean allowsPages(Case given) {
        return !given.setting("CorsOrigins").isEmpty();
    }

    private static boolean hstsFits(Case given) {
        long seconds = Long.parseLong(given.setting("HstsSeconds"));
        return Objects.equals(
                seconds == 0 ? null : Map.of("AccessControlMaxAgeSec", seconds, "Override", true),
                policy(given, "SecurityHeadersConfig", "StrictTransportSecurity"));
    }

    /** S3 answers viewers directly in a regional stack. Without a viewer-response function, only the policy can help. */
    private static boolean contentPolicyFits(Case given) {
        String policy = given.isRegional() && !given.runsFunction() ? given.setting("ContentSecurityPolicy") : "";
        return Objects.equals(
                policy.isEmpty() ? null : Map.of("ContentSecurityPolicy", policy, "Override", false),
                policy(given, "SecurityHeadersConfig", "ContentSecurityPolicy"));
    }

    /** A function removes the other metadata, if one sees each answer. */
    private static boolean metadataIsRemoved(Case given) {
        Set<Object> removed = Values.list(policy(given, "RemoveHeadersConfig", "Items")).stream()
                .map(item -> Objects.requireNonNull(Values.at(item, "Header")))
                .collect(Collectors.toSet());
        if (!given.isRegional()) {
            return removed.equals(Set.of("x-amz-meta-cache-tag"));
        }
        return removed.equals(
                given.runsFunction()
                        ? Set.of("x-amz-meta-cache-tag", "x-amz-meta-original-etag")
                        : Set.of("x-amz-meta-cache-tag", "x-amz-meta-original-etag", "x-amz-meta-vary"));
    }

    private static @Nullable Object policy(Case given, String... path) {
        return Values.at(given.stack().only(RESPONSE_HEADERS_POLICY).at("ResponseHeadersPolicyConfig"), path);
    }
}
