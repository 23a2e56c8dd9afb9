package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link ContainerRequirements}. */
final class ContainerMutants {
    private ContainerMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.concat(container(), scaling());
    }

    private static Stream<TemplateMutant> container() {
        return Stream.of(
                mutant(
                        "withoutAnImage_thereIsNoContainer",
                        "  Cluster:\n    Type: AWS::ECS::Cluster\n    Condition: HasContainer\n",
                        "  Cluster:\n    Type: AWS::ECS::Cluster\n"),
                mutant(
                        "aContainer_withoutANetworkIsRefused",
                        "Assert: !Not [!Equals [!Ref SecurityGroups, \"\"]]",
                        "Assert: !Equals [a, a]"),
                mutant("aTask_isForFargateOnX86", "CpuArchitecture: X86_64", "CpuArchitecture: ARM64"),
                mutant("aTask_isForFargateOnX86", "NetworkMode: awsvpc", "NetworkMode: host"),
                mutant("aTask_hasFourProcessorsAnd16Gigabytes", "Default: \"16384\"", "Default: \"30720\""),
                mutant(
                        "aTask_hasItsRoles",
                        "TaskRoleArn: !GetAtt ContainerRole.Arn",
                        "TaskRoleArn: !GetAtt FunctionRole.Arn"),
                mutant("theWorker_isTheImageOfTheParameter", "Image: !Ref ContainerImage", "Image: edgepix:latest"),
                mutant("theWorker_has120SecondsToReturnItsMessages", "          StopTimeout: 120\n", ""),
                mutant(
                        "theWorker_getsSignalsFromAnInitProcess",
                        "InitProcessEnabled: true",
                        "InitProcessEnabled: false"),
                mutant(
                        "theWorker_knowsItsQueues",
                        "{Name: HEAVY_QUEUE_URL, Value: !Ref HeavyQueue}",
                        "{Name: HEAVY_QUEUE_URL, Value: !Ref Queue}"),
                mutant(
                        "theWorker_knowsItsQueues",
                        "{Name: MAX_DELIVERIES, Value: \"5\"}",
                        "{Name: MAX_DELIVERIES, Value: \"4\"}"),
                mutant(
                        "theWorker_logsToTheGroupOfTheStack",
                        "awslogs-group: !Ref ContainerLog",
                        "awslogs-group: edgepix"));
    }

    private static Stream<TemplateMutant> scaling() {
        return Stream.of(
                mutant("atRest_noContainerRuns", "DesiredCount: 0", "DesiredCount: 1"),
                mutant(
                        "theService_runsOnTheCapacityOfTheParameter",
                        "CapacityProvider: !Ref ContainerCapacity",
                        "CapacityProvider: FARGATE"),
                mutant("theCluster_hasBothCapacities", "[FARGATE, FARGATE_SPOT]\n\n", "[FARGATE]\n\n"),
                mutant(
                        "theService_isInTheNetworkOfTheParameters",
                        "AssignPublicIp: !Ref AssignPublicIp",
                        "AssignPublicIp: ENABLED"),
                mutant("theService_startsAfterItsRights", "      - ContainerQueues\n", ""),
                mutant("anUpdate_neverDoublesTheContainers", "MaximumPercent: 100", "MaximumPercent: 200"),
                mutant("containers_areZeroToTheParameter", "MinCapacity: 0", "MinCapacity: 1"),
                mutant("containers_areZeroToTheParameter", "MaxCapacity: !Ref ContainerTasks", "MaxCapacity: 2"),
                mutant("messages_addContainers", "AdjustmentType: ChangeInCapacity", "AdjustmentType: ExactCapacity"),
                mutant(
                        "noMessage_stopsAllContainers",
                        "{MetricIntervalUpperBound: 0, ScalingAdjustment: 0}",
                        "{MetricIntervalUpperBound: 0, ScalingAdjustment: 1}"),
                mutant("theAlarmOfMessages_startsContainers", "        - !Ref ScaleOut", "        - !Ref ScaleIn"),
                mutant(
                        "anEmptyQueue_stopsContainersAfterFiveMinutes",
                        "Expression: waiting + running",
                        "Expression: waiting"),
                mutant("anEmptyQueue_stopsContainersAfterFiveMinutes", "EvaluationPeriods: 5", "EvaluationPeriods: 1"),
                mutant("aGapInTheMetrics_stopsNoContainer", "TreatMissingData: ignore", "TreatMissingData: breaching"));
    }
}
