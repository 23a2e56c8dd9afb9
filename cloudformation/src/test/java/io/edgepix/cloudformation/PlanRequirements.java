package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.CACHE_POLICY;
import static io.edgepix.cloudformation.Requirement.DISTRIBUTION;
import static io.edgepix.cloudformation.Requirement.RESPONSE_HEADERS_POLICY;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requirements of CloudFront's flat-rate plans. */
final class PlanRequirements {
    /** The id of AWS's policy CachingOptimizedForUncompressedObjects. */
    static final String UNCOMPRESSED = "b2884449-e4de-46a7-ac36-70bc7f1ddd6d";

    private static final List<String> PLANS = List.of("free", "pro", "business", "premium");
    private static final Set<String> WITHOUT_GROUP = Set.of("free", "pro", "business");
    private static final Set<String> WITHOUT_POLICIES = Set.of("free", "pro");

    private PlanRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement(
                        "aPlan_hasAWebAcl",
                        given -> PLANS.stream()
                                .allMatch(plan -> isRefused(of(given, plan).with("WebAclArn", ""), plan, "WebAclArn"))),
                new Requirement(
                        "aPlan_refusesAnIdentity",
                        given -> PLANS.stream()
                                .allMatch(plan -> isRefused(of(given, plan).with("Access", "oai"), plan, "identity"))),
                new Requirement(
                        "belowPremium_thereIsNoOriginShield",
                        given -> PLANS.stream()
                                .allMatch(plan -> WITHOUT_GROUP.contains(plan)
                                        == isRefused(
                                                of(given, plan).with("OriginShieldRegion", "eu-west-1"),
                                                plan,
                                                "Origin Shield"))),
                new Requirement(
                        "belowBusiness_thereIsNoHsts",
                        given -> PLANS.stream()
                                .allMatch(plan -> WITHOUT_POLICIES.contains(plan)
                                        == isRefused(of(given, plan).with("HstsSeconds", "300"), plan, "HSTS"))),
                new Requirement("belowBusiness_policiesAreThoseOfAws", PlanRequirements::policiesFit),
                new Requirement(
                        "free_hasNoInvalidationByTag",
                        given -> Objects.equals(
                                given.stack()
                                        .only(DISTRIBUTION)
                                        .at("DistributionConfig", "CacheTagConfig", "HeaderName"),
                                given.setting("Plan").equals("free") ? null : "x-amz-meta-cache-tag")),
                new Requirement(
                        "theDistribution_hasTheWebAclOfTheParameter",
                        given -> Objects.equals(
                                given.stack().only(DISTRIBUTION).at("DistributionConfig", "WebACLId"),
                                given.parameters().get("WebAclArn"))));
    }

    /** Returns a case that fits a plan. */
    static Case of(Case given, String plan) {
        return given.with("Plan", plan)
                .with("AWS::Region", given.home())
                .with("Access", "oac")
                .with("WebAclArn", RegionalCases.WEB_ACL)
                .with("ViewerRequestType", "function")
                .with("HstsSeconds", "0")
                .with("KmsKeyArn", "")
                .with("CorsOrigins", "*")
                .with("OriginShieldRegion", "");
    }

    /** Tells whether the refusal has a word and names the plan. */
    static boolean isRefused(Case given, String plan, String word) {
        return given.isRefused(word) && given.isRefused(plan);
    }

    private static boolean policiesFit(Case given) {
        boolean hasOwn = given.hasPolicies();
        return hasOwn == !given.stack().ofType(CACHE_POLICY).isEmpty()
                && hasOwn == !given.stack().ofType(RESPONSE_HEADERS_POLICY).isEmpty()
                && Behaviours.of(given).stream()
                        .allMatch(behaviour -> String.valueOf(behaviour.get("CachePolicyId"))
                                        .startsWith(hasOwn ? "${" : managed(behaviour.get("Compress")))
                                && hasOwn == (behaviour.get("ResponseHeadersPolicyId") != null));
    }

    /** Returns the id of AWS's CachingOptimized for text, and that of the other policy for pictures. */
    private static String managed(@Nullable Object isCompressed) {
        return Boolean.TRUE.equals(isCompressed) ? "658327ea-f89d-4fab-a63d-7e88639e58f6" : UNCOMPRESSED;
    }
}
