package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.VERSION;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.EventType;

/** Requirements for the functions that the distribution of the pair calls. */
final class EdgeRequirements {
    private static final Map<String, List<String>> NEEDED_TO_LOG = Map.of(
            "ViewerRequestVersion",
            List.of("ViewerRequestLog", "ViewerRequestLogging"),
            "OriginResponseVersion",
            List.of("OriginResponseLog", "OriginResponseLogging", "OriginResponsePictures"));

    private EdgeRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement(
                        "aFunction_isAttachedByANumberedVersion",
                        given -> associations(given)
                                .allMatch(
                                        association -> isVersion(given.stack(), association.get("LambdaFunctionARN")))),
                new Requirement("bothEvents_areAttachedOnceAndNoOthers", EdgeRequirements::eventsFit),
                new Requirement("anEvent_hasItsFunction", EdgeRequirements::functionsFit),
                new Requirement(
                        "noFunction_receivesABody",
                        given -> associations(given)
                                .allMatch(association -> Boolean.FALSE.equals(association.get("IncludeBody")))),
                new Requirement("noFunction_isCalledBeforeItMayLog", EdgeRequirements::waitsForLogs),
                new Requirement("outputs_nameTheFunctionsAndTheirLogs", EdgeRequirements::outputsFit),
                new Requirement(
                        "belowBusiness_pagesAreNotListed",
                        given -> Stream.of("free", "pro")
                                .allMatch(plan -> PlanRequirements.isRefused(
                                        PlanRequirements.of(given, plan).with("CorsOrigins", "https://a.example"),
                                        plan,
                                        "CorsOrigins"))));
    }

    private static Stream<Map<String, Object>> associations(Case given) {
        return Behaviours.of(given).stream().flatMap(EdgeRequirements::associations);
    }

    private static Stream<Map<String, Object>> associations(Map<String, Object> behaviour) {
        return Values.list(behaviour.get("LambdaFunctionAssociations")).stream().map(Values::map);
    }

    private static boolean isVersion(Stack stack, @Nullable Object arn) {
        return stack.ofType(VERSION).stream()
                .anyMatch(version -> ref(version.id()).equals(arn));
    }

    /** Tells whether each behaviour has the event of viewers and that of the origin, from a function of either kind. */
    private static boolean eventsFit(Case given) {
        String viewer = EventType.VIEWER_REQUEST.toString();
        String origin = EventType.ORIGIN_RESPONSE.toString();
        Set<String> atTheEdge = given.runsFunction() ? Set.of(origin) : Set.of(viewer, origin);
        List<Object> cloudFront = given.runsFunction()
                ? List.of(Map.of("EventType", viewer, "FunctionARN", "${ViewerRequestFunction.FunctionARN}"))
                : List.of();
        return Behaviours.of(given).stream().allMatch(behaviour -> {
            List<Object> events = associations(behaviour)
                    .map(association -> Objects.requireNonNull(association.get("EventType")))
                    .toList();
            return events.size() == atTheEdge.size()
                    && Set.copyOf(events).equals(atTheEdge)
                    && Values.list(behaviour.get("FunctionAssociations")).equals(cloudFront);
        });
    }

    /** Tells whether each version belongs to its function, and the function to its package. */
    private static boolean functionsFit(Case given) {
        Stack stack = given.stack();
        return associations(given)
                .allMatch(association -> stack.ofType(VERSION).stream()
                        .filter(version -> ref(version.id()).equals(association.get("LambdaFunctionARN")))
                        .flatMap(version -> stack.ofType(Requirement.FUNCTION).stream()
                                .filter(function -> ref(function.id()).equals(version.at("FunctionName"))))
                        .allMatch(function ->
                                (association.get("EventType") + ".zip").equals(function.at("Code", "S3Key"))));
    }

    /** The distribution refers to the versions, so it waits for what they wait for. */
    private static boolean waitsForLogs(Case given) {
        return given.stack().ofType(VERSION).stream()
                .allMatch(version -> Values.list(version.attributes().get("DependsOn"))
                        .containsAll(Objects.requireNonNull(NEEDED_TO_LOG.get(version.id()))));
    }

    private static boolean outputsFit(Case given) {
        Map<String, String> outputs = given.stack().outputs();
        boolean isAtTheEdge = !given.runsFunction();
        Set<String> logs = Stream.concat(
                        isAtTheEdge ? Stream.of("${ViewerRequestLog}") : Stream.empty(),
                        Stream.of("${OriginResponseLog}"))
                .collect(Collectors.toSet());
        return Objects.equals(isAtTheEdge ? "${ViewerRequest}" : null, outputs.get("ViewerRequestFunction"))
                && Objects.equals(
                        isAtTheEdge ? "${ViewerRequestVersion}" : null, outputs.get("ViewerRequestVersionArn"))
                && "${OriginResponse}".equals(outputs.get("OriginResponseFunction"))
                && "${OriginResponseVersion}".equals(outputs.get("OriginResponseVersionArn"))
                && Set.of(String.valueOf(outputs.get("LogGroups")).split(",", -1))
                        .equals(logs);
    }
}
