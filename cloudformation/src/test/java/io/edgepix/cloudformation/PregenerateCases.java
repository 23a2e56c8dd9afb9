package io.edgepix.cloudformation;

import java.util.List;
import java.util.Map;

/** The sets of parameters that the template of the pregenerate stack is checked with. */
final class PregenerateCases {
    static final String BUCKET = "holiday-pictures";
    static final String DISTRIBUTION_ID = "E2ABCDEFGHIJKL";
    static final String COPIES = "holiday-pictures-resized";
    static final String SENDERS = "arn:aws:iam::123456789012:role/bulk,arn:aws:iam::123456789012:user/ann";
    static final String BOUNDARY = "arn:aws:iam::123456789012:policy/limits/developers";
    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:ops";

    private static final Map<String, String> NEEDED = Map.of(
            "AWS::Region",
            "eu-west-1",
            "AWS::StackName",
            "edgepix-pregenerate",
            "ArtifactBucket",
            "artifacts",
            "PregenerateKey",
            "pregenerate.zip",
            "PregenerateSha256",
            "A".repeat(43) + "=",
            "BucketName",
            BUCKET);
    private static final Map<String, String> CONTAINER = Map.of(
            "ContainerImage", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/edgepix:1",
            "Subnets", "subnet-0a1b2c3d,subnet-4e5f6a7b",
            "SecurityGroups", "sg-0a1b2c3d");
    private static final Map<String, String> DOCUMENTS =
            Map.of("DocumentPrefix", "invoices/2026/", "ResultsQueue", "true");
    private static final Map<String, String> SETTINGS = Map.of(
            "DistributionId", DISTRIBUTION_ID,
            "DerivativeDays", "30",
            "NotificationPrefix", "photos/",
            "CopiesBucket", COPIES,
            "FunctionMemory", "3008",
            "MaximumConcurrency", "7",
            "SenderArns", SENDERS,
            "AlarmTopicArn", TOPIC,
            "OldestMessageSeconds", "600",
            "LogRetentionDays", "7");

    private PregenerateCases() {}

    static List<Case> all(Template template) {
        Case defaults = Case.other("defaults", template, NEEDED, Map.of());
        Case container = Case.other("a container", template, NEEDED, CONTAINER);
        return List.of(
                defaults,
                Case.other("every setting, no container", template, NEEDED, SETTINGS)
                        .with("PermissionsBoundaryArn", BOUNDARY),
                container,
                Case.other("documents, no container", template, NEEDED, DOCUMENTS),
                Case.other("documents", template, container.parameters(), DOCUMENTS),
                Case.other("every setting", template, container.parameters(), SETTINGS)
                        .with("PermissionsBoundaryArn", BOUNDARY)
                        .with("ContainerTasks", "9")
                        .with("ContainerCapacity", "FARGATE_SPOT")
                        .with("AssignPublicIp", "DISABLED"));
    }

    static boolean hasDocuments(Case given) {
        return !given.value("DocumentPrefix", "").isEmpty();
    }

    static boolean hasResults(Case given) {
        return given.value("ResultsQueue", "").equals("true");
    }

    static boolean hasContainer(Case given) {
        return !given.value("ContainerImage", "").isEmpty();
    }
}
