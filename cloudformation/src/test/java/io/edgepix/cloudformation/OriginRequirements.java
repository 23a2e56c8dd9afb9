package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.RegionalRequirements.hasBig;
import static io.edgepix.cloudformation.Requirement.DISTRIBUTION;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requirements for the origins and behaviours of the distribution in front of functions in one Region. */
final class OriginRequirements {
    private OriginRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                ofEachUrl(
                        "aFunction_isTheOriginOfItsUrl",
                        (given, origin) -> ("${" + (isBig(origin) ? "Big" : "Function") + "Url.FunctionUrl}")
                                        .equals(origin.get("DomainName"))
                                && "${FunctionAccessControl.Id}".equals(origin.get("OriginAccessControlId"))),
                ofEachUrl(
                        "cloudFront_usesTls12ToAFunction",
                        (given, origin) ->
                                "https-only".equals(Values.at(origin, "CustomOriginConfig", "OriginProtocolPolicy"))
                                        && List.of("TLSv1.2")
                                                .equals(Values.at(origin, "CustomOriginConfig", "OriginSSLProtocols"))),
                ofEachUrl(
                        "aRendering_isNotTriedTwice",
                        (given, origin) -> Long.valueOf(1).equals(origin.get("ConnectionAttempts"))
                                && Values.at(origin, "CustomOriginConfig", "OriginReadTimeout") instanceof Long seconds
                                && resource(given, isBig(origin) ? "BigFunction" : "Function")
                                                .at("Timeout")
                                        instanceof Long timeout
                                && timeout < seconds
                                && seconds <= 120),
                new Requirement("s3_isAskedFirst", OriginRequirements::groupFits),
                new Requirement("aLargeOriginal_leadsToTheSecondFunction", OriginRequirements::bigFits),
                new Requirement(
                        "noOrigin_seesTheHostOfTheViewer",
                        given -> Behaviours.of(given).stream()
                                .allMatch(behaviour -> behaviour.get("OriginRequestPolicyId") == null)),
                new Requirement("bothEventsOfViewers_haveTheirFunction", OriginRequirements::functionsFit),
                new Requirement(
                        "theStack_hasOneViewerRequestFunction",
                        given -> given.stack()
                                        .ofType("AWS::CloudFront::Function")
                                        .size()
                                == (given.runsFunction() ? 2 : 0)),
                new Requirement("theCloudFrontFunctions_arePublishedWithTheirCode", FunctionRequirements::codeFits),
                new Requirement(
                        "aViewerRequestFunction_ofTheEdgeIsNamed",
                        given -> given.with("ViewerRequestType", "edge")
                                .with("Plan", "none")
                                .with("ViewerRequestArn", "")
                                .isRefused("ViewerRequestArn")),
                new Requirement(
                        "belowPremium_theEdgeIsRefused",
                        given -> Stream.of("free", "pro", "business")
                                .allMatch(plan -> PlanRequirements.isRefused(
                                        PlanRequirements.of(given, plan)
                                                .with("ViewerRequestType", "edge")
                                                .with("ViewerRequestArn", RegionalCases.VIEWER_REQUEST),
                                        plan,
                                        "origin groups"))));
    }

    /** Creates a requirement for the origin of each function. There must be as many as there are functions. */
    private static Requirement ofEachUrl(String name, BiPredicate<Case, Map<String, Object>> isMet) {
        return new Requirement(name, given -> {
            List<Map<String, Object>> urls = Values.list(config(given, "Origins")).stream()
                    .map(Values::map)
                    .filter(origin -> !"bucket".equals(origin.get("Id")))
                    .toList();
            return urls.stream()
                            .map(origin -> origin.get("Id"))
                            .toList()
                            .equals(hasBig(given) ? List.of("render", "big") : List.of("render"))
                    && urls.stream().allMatch(origin -> isMet.test(given, origin));
        });
    }

    private static boolean isBig(Map<String, Object> origin) {
        return "big".equals(origin.get("Id"));
    }

    /** Without an origin group, the viewer-request function chooses between the bucket and the function. */
    private static boolean groupFits(Case given) {
        boolean hasGroup = List.of("none", "premium").contains(given.setting("Plan"));
        Map<String, Object> group = Map.of(
                "Id",
                "pictures",
                "FailoverCriteria",
                Map.of("StatusCodes", Map.of("Quantity", 5L, "Items", List.of(403L, 404L, 500L, 503L, 504L))),
                "Members",
                Map.of("Quantity", 2L, "Items", List.of(Map.of("OriginId", "bucket"), Map.of("OriginId", "render"))));
        return Objects.equals(
                        hasGroup ? Map.of("Quantity", 1L, "Items", List.of(group)) : null,
                        config(given, "OriginGroups"))
                && Behaviours.of(given).stream()
                        .filter(behaviour -> !"/~big/*".equals(behaviour.get("PathPattern")))
                        .allMatch(behaviour ->
                                (hasGroup ? "pictures" : "bucket").equals(behaviour.get("TargetOriginId")));
    }

    private static boolean bigFits(Case given) {
        Map<String, Object> big = Behaviours.ofPattern(given, "/~big/*");
        return hasBig(given)
                ? "big".equals(big.get("TargetOriginId"))
                        && Boolean.FALSE.equals(big.get("Compress"))
                        && (given.hasPolicies() ? "${CachePolicy}" : PlanRequirements.UNCOMPRESSED)
                                .equals(big.get("CachePolicyId"))
                        && Behaviours.of(given).get(1).equals(big)
                : big.isEmpty();
    }

    private static boolean functionsFit(Case given) {
        List<Object> functions = List.of(
                Map.of("EventType", "viewer-request", "FunctionARN", "${ViewerRequestFunction.FunctionARN}"),
                Map.of("EventType", "viewer-response", "FunctionARN", "${ViewerResponseFunction.FunctionARN}"));
        List<Object> edge = List.of(Map.of(
                "EventType",
                "viewer-request",
                "IncludeBody",
                false,
                "LambdaFunctionARN",
                given.setting("ViewerRequestArn")));
        return Behaviours.of(given).stream()
                .allMatch(behaviour -> Objects.equals(
                                given.runsFunction() ? functions : null, behaviour.get("FunctionAssociations"))
                        && Objects.equals(
                                given.runsFunction() ? null : edge, behaviour.get("LambdaFunctionAssociations")));
    }

    private static @Nullable Object config(Case given, String... path) {
        return Values.at(given.stack().only(DISTRIBUTION).at("DistributionConfig"), path);
    }
}
