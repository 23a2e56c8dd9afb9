package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.ofResource;
import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.Requirement.LOG_GROUP;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ofEach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;

/** Requirements for the pregenerate function and its queue. */
final class PregenerateFunctionRequirements {
    private static final String FUNCTION = "Function";
    private static final String VERSION = "PublishedVersion";
    private static final String MAPPING = "QueueMapping";

    private PregenerateFunctionRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(function(), versions());
    }

    private static Stream<Requirement> function() {
        return Stream.of(
                ofResource("theFunction_runsOnJava25", FUNCTION, has(Runtime.JAVA25.toString(), "Runtime")),
                ofResource("theFunction_isForX86", FUNCTION, has(List.of("x86_64"), "Architectures")),
                ofResource(
                        "theFunction_hasTheHandlerOfThePackage",
                        FUNCTION,
                        has("io.edgepix.pregenerate.lambda.PregenerateHandler::handleRequest", "Handler")),
                new Requirement(
                        "theFunction_hasTheMemoryOfTheParameter",
                        given -> has(Long.valueOf(given.value("FunctionMemory", "1769")), "MemorySize")
                                .test(resource(given, FUNCTION))),
                ofResource("theFunction_hasItsRole", FUNCTION, has("${FunctionRole.Arn}", "Role")),
                new Requirement(
                        "theFunction_knowsItsQueues",
                        given -> has(environment(given), "Environment", "Variables")
                                .test(resource(given, FUNCTION))),
                ofResource(
                        "theFunction_logsToTheGroupOfTheStack",
                        FUNCTION,
                        has("${FunctionLog}", "LoggingConfig", "LogGroup")),
                new Requirement(
                        "logs_areKeptForTheDaysOfTheParameter",
                        given -> ofEach(
                                        "",
                                        LOG_GROUP,
                                        has(Long.valueOf(given.value("LogRetentionDays", "30")), "RetentionInDays"))
                                .isMet()
                                .test(given)));
    }

    private static Stream<Requirement> versions() {
        return Stream.of(
                ofResource(
                        "theFunction_startsFromASnapshot",
                        FUNCTION,
                        has(SnapStartApplyOn.PUBLISHED_VERSIONS.toString(), "SnapStart", "ApplyOn")),
                new Requirement(
                        "theVersion_isTiedToTheHashOfItsCode",
                        given -> has(given.value("PregenerateSha256", ""), "CodeSha256")
                                .test(resource(given, VERSION))),
                new Requirement(
                        "theSnapshot_isTakenAfterTheFunctionHasItsRights",
                        given -> Values.list(
                                        resource(given, VERSION).attributes().get("DependsOn"))
                                .containsAll(List.of("FunctionLogging", "FunctionQueues", "Pictures"))),
                new Requirement(
                        "otherSettings_areAnotherVersion",
                        given -> Stream.of(
                                        given.with("FunctionMemory", "2048"),
                                        given.with(
                                                "DistributionId",
                                                "E3"
                                                        + given.value("DistributionId", "ABCDE")
                                                                .substring(2)),
                                        given.with("BucketName", "other-pictures"),
                                        given.with(
                                                "DocumentPrefix", PregenerateCases.hasDocuments(given) ? "" : "other/"),
                                        given.with("ResultsQueue", String.valueOf(!PregenerateCases.hasResults(given))),
                                        toggled(given))
                                .noneMatch(other -> resource(other, VERSION).equals(resource(given, VERSION)))),
                ofResource(
                        "theAlias_isTheNewestVersion",
                        "FunctionAlias",
                        alias -> has("live", "Name").test(alias)
                                && has("${PublishedVersion.Version}", "FunctionVersion")
                                        .test(alias)),
                ofResource(
                        "theQueue_callsTheAlias",
                        MAPPING,
                        mapping -> has("${FunctionAlias}", "FunctionName").test(mapping)
                                && has("${Queue.Arn}", "EventSourceArn").test(mapping)),
                ofResource("theQueue_callsWithTenMessages", MAPPING, has(10L, "BatchSize")),
                ofResource(
                        "theFunction_reportsEachFailedMessage",
                        MAPPING,
                        has(
                                List.of(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES.toString()),
                                "FunctionResponseTypes")),
                new Requirement(
                        "theConcurrency_isThatOfTheParameter",
                        given -> has(
                                        Long.valueOf(given.value("MaximumConcurrency", "20")),
                                        "ScalingConfig",
                                        "MaximumConcurrency")
                                .test(resource(given, MAPPING))));
    }

    private static Map<String, Object> environment(Case given) {
        Map<String, Object> variables = new HashMap<>(PregenerateRequirements.variables(given));
        variables.put("HEAVY_QUEUE_URL", PregenerateCases.hasContainer(given) ? "${HeavyQueue}" : "");
        variables.put(
                "JAVA_TOOL_OPTIONS",
                "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR");
        return variables;
    }

    /** Returns the case with a container if it has none, and without one otherwise. */
    private static Case toggled(Case given) {
        return PregenerateCases.hasContainer(given)
                ? given.with("ContainerImage", "")
                : given.with("Subnets", "subnet-1")
                        .with("SecurityGroups", "sg-1")
                        .with("ContainerImage", "image:1");
    }
}
