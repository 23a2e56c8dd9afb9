package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.ofContainer;
import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.Requirement.has;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Requirements for the container that renders large originals, and for its scaling. */
final class ContainerRequirements {
    private static final String TASK = "TaskDefinition";
    private static final String SERVICE = "Service";
    private static final String SCALING = "ContainerScaling";
    private static final String STEPS = "StepScalingPolicyConfiguration";

    private ContainerRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(container(), scaling());
    }

    private static Stream<Requirement> container() {
        return Stream.of(
                new Requirement("withoutAnImage_thereIsNoContainer", ContainerRequirements::isOnlyThereIfWanted),
                new Requirement(
                        "aContainer_withoutANetworkIsRefused",
                        given -> !PregenerateCases.hasContainer(given)
                                || (given.with("Subnets", "").isRefused("Subnets")
                                        && given.with("SecurityGroups", "").isRefused("SecurityGroups"))),
                ofContainer(
                        "aTask_isForFargateOnX86",
                        TASK,
                        task -> has(List.of("FARGATE"), "RequiresCompatibilities")
                                        .test(task)
                                && has("awsvpc", "NetworkMode").test(task)
                                && has("X86_64", "RuntimePlatform", "CpuArchitecture")
                                        .test(task)),
                ofContainer(
                        "aTask_hasFourProcessorsAnd16Gigabytes",
                        TASK,
                        task -> has("4096", "Cpu").test(task)
                                && has("16384", "Memory").test(task)),
                ofContainer(
                        "aTask_hasItsRoles",
                        TASK,
                        task -> has("${ContainerRole.Arn}", "TaskRoleArn").test(task)
                                && has("${ContainerStartRole.Arn}", "ExecutionRoleArn")
                                        .test(task)),
                worker("theWorker_isTheImageOfTheParameter", given -> given.value("ContainerImage", ""), "Image"),
                worker("theWorker_has120SecondsToReturnItsMessages", given -> 120L, "StopTimeout"),
                worker(
                        "theWorker_getsSignalsFromAnInitProcess",
                        given -> true,
                        "LinuxParameters",
                        "InitProcessEnabled"),
                new Requirement("theWorker_knowsItsQueues", ContainerRequirements::environmentFits),
                worker(
                        "theWorker_logsToTheGroupOfTheStack",
                        given -> Map.of(
                                "awslogs-group", "${ContainerLog}",
                                "awslogs-region", "eu-west-1",
                                "awslogs-stream-prefix", "edgepix"),
                        "LogConfiguration",
                        "Options"));
    }

    private static Stream<Requirement> scaling() {
        return Stream.of(
                ofContainer("atRest_noContainerRuns", SERVICE, has(0L, "DesiredCount")),
                service(
                        "theService_runsOnTheCapacityOfTheParameter",
                        given -> List.of(
                                Map.of("CapacityProvider", given.value("ContainerCapacity", "FARGATE"), "Weight", 1L)),
                        "CapacityProviderStrategy"),
                ofContainer(
                        "theCluster_hasBothCapacities",
                        "Cluster",
                        has(List.of("FARGATE", "FARGATE_SPOT"), "CapacityProviders")),
                service(
                        "theService_isInTheNetworkOfTheParameters",
                        given -> Map.of(
                                "Subnets",
                                List.of(given.value("Subnets", "").split(",")),
                                "SecurityGroups",
                                List.of(given.value("SecurityGroups", "").split(",")),
                                "AssignPublicIp",
                                given.value("AssignPublicIp", "ENABLED")),
                        "NetworkConfiguration",
                        "AwsvpcConfiguration"),
                ofContainer(
                        "theService_startsAfterItsRights",
                        SERVICE,
                        service -> Values.list(service.attributes().get("DependsOn"))
                                .containsAll(List.of("ContainerStart", "ContainerQueues", "Pictures"))),
                ofContainer(
                        "anUpdate_neverDoublesTheContainers",
                        SERVICE,
                        has(100L, "DeploymentConfiguration", "MaximumPercent")),
                new Requirement("containers_areZeroToTheParameter", ContainerRequirements::rangeFits),
                ofContainer(
                        "messages_addContainers",
                        "ScaleOut",
                        policy -> has("ChangeInCapacity", STEPS, "AdjustmentType")
                                        .test(policy)
                                && Values.list(policy.at(STEPS, "StepAdjustments"))
                                        .equals(List.of(
                                                step(0L, 10L, 1L),
                                                step(10L, 100L, 2L),
                                                Map.of("MetricIntervalLowerBound", 100L, "ScalingAdjustment", 5L)))),
                ofContainer(
                        "noMessage_stopsAllContainers",
                        "ScaleIn",
                        policy -> has("ExactCapacity", STEPS, "AdjustmentType").test(policy)
                                && Values.list(policy.at(STEPS, "StepAdjustments"))
                                        .equals(List.of(
                                                Map.of("MetricIntervalUpperBound", 0L, "ScalingAdjustment", 0L)))),
                ofContainer(
                        "theAlarmOfMessages_startsContainers",
                        "HeavyMessages",
                        alarm -> has(List.of("${ScaleOut}"), "AlarmActions").test(alarm)
                                && has("ApproximateNumberOfMessagesVisible", "MetricName")
                                        .test(alarm)
                                && has(0L, "Threshold").test(alarm)
                                && has("GreaterThanThreshold", "ComparisonOperator")
                                        .test(alarm)
                                && AlarmRequirements.watches(alarm, "QueueName", "${HeavyQueue.QueueName}")),
                ofContainer(
                        "anEmptyQueue_stopsContainersAfterFiveMinutes",
                        "NoHeavyMessages",
                        ContainerRequirements::sumsBoth),
                ofContainer("aGapInTheMetrics_stopsNoContainer", "NoHeavyMessages", has("ignore", "TreatMissingData")));
    }

    private static Map<String, Long> step(long from, long to, long containers) {
        return Map.of(
                "MetricIntervalLowerBound", from, "MetricIntervalUpperBound", to, "ScalingAdjustment", containers);
    }

    private static boolean isOnlyThereIfWanted(Case given) {
        boolean wanted = PregenerateCases.hasContainer(given);
        return given.stack().all().stream()
                        .anyMatch(resource -> resource.type().startsWith("AWS::ECS::")
                                || resource.type().startsWith("AWS::ApplicationAutoScaling::")
                                || resource.id().contains("Container")
                                || resource.id().endsWith("HeavyMessages"))
                == wanted;
    }

    private static Requirement worker(String name, Function<Case, Object> expected, String... path) {
        return new Requirement(
                name,
                given -> !PregenerateCases.hasContainer(given)
                        || Objects.equals(
                                expected.apply(given),
                                Values.at(resource(given, TASK).at("ContainerDefinitions", "0"), path)));
    }

    private static Requirement service(String name, Function<Case, Object> expected, String... path) {
        return new Requirement(
                name,
                given -> !PregenerateCases.hasContainer(given)
                        || Objects.equals(
                                expected.apply(given), resource(given, SERVICE).at(path)));
    }

    private static boolean environmentFits(Case given) {
        if (!PregenerateCases.hasContainer(given)) {
            return true;
        }
        Map<String, Object> expected = new HashMap<>(PregenerateRequirements.variables(given));
        expected.put("HEAVY_QUEUE_URL", "${HeavyQueue}");
        expected.put("AWS_REGION", "eu-west-1");
        Map<String, Object> variables = new HashMap<>();
        Values.list(resource(given, TASK).at("ContainerDefinitions", "0", "Environment"))
                .forEach(variable -> variables.put(
                        String.valueOf(Values.at(variable, "Name")),
                        Values.map(variable).get("Value")));
        return variables.equals(expected);
    }

    private static boolean rangeFits(Case given) {
        Predicate<Resource> range = scaling -> has(0L, "MinCapacity").test(scaling)
                && has(Long.valueOf(given.value("ContainerTasks", "2")), "MaxCapacity")
                        .test(scaling)
                && has("service/${Cluster}/${Service.Name}", "ResourceId").test(scaling)
                && has("ecs:service:DesiredCount", "ScalableDimension").test(scaling);
        return !PregenerateCases.hasContainer(given) || range.test(resource(given, SCALING));
    }

    /** Tells whether the alarm adds the messages that wait and those that a container works on. */
    private static boolean sumsBoth(Resource alarm) {
        List<Object> metrics = Stream.of("0", "1")
                .map(i -> alarm.at("Metrics", i, "MetricStat", "Metric", "MetricName"))
                .map(String::valueOf)
                .<Object>map(name -> name)
                .toList();
        return metrics.equals(List.of("ApproximateNumberOfMessagesVisible", "ApproximateNumberOfMessagesNotVisible"))
                && "waiting + running".equals(alarm.at("Metrics", "2", "Expression"))
                && has(0L, "Threshold").test(alarm)
                && has("LessThanOrEqualToThreshold", "ComparisonOperator").test(alarm)
                && has(5L, "EvaluationPeriods").test(alarm)
                && has(List.of("${ScaleIn}"), "AlarmActions").test(alarm);
    }
}
