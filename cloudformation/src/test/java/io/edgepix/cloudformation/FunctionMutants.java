package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link FunctionRequirements}. */
final class FunctionMutants {
    private static final String FUNCTION = "      Handler: index.handler\n";

    private FunctionMutants() {}

    static Stream<TemplateMutant> all() {
        String policies = "    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n";
        String function = "  ViewerRequest:\n    Type: AWS::Lambda::Function\n    Condition: RunsAtEdge\n";
        String version = "      - ViewerRequestLogging\n";
        return Stream.of(
                mutant("theStack_isRefusedOutsideOfUsEast1", "[!Ref AWS::Region, us-east-1]", "[us-east-1, us-east-1]"),
                mutant("aFunction_runsOnNodeOrPython", "nodejs24.x", "java25"),
                mutant("aFunction_runsOnNodeOrPython", "nodejs24.x", "nodejs23.x"),
                mutant("aFunction_isForX86", "[x86_64]", "[arm64]"),
                mutant("aFunction_hasTheHandlerOfThePackages", "index.handler", "index.handle"),
                added("noFunction_hasEnvironmentVariables", "Environment: {Variables: {LOG: debug}}"),
                added("noFunction_hasLayers", "Layers: [arn:aws:lambda:us-east-1:123456789012:layer:sharp:1]"),
                added("noFunction_isInAVpc", "VpcConfig: {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}"),
                added("noFunction_isAnImage", "PackageType: Image"),
                mutant("noFunction_isAnImage", "S3Bucket: !Ref ArtifactBucket", "ImageUri: !Ref ArtifactBucket"),
                added("noFunction_hasADeadLetterQueue", "DeadLetterConfig: {TargetArn: arn:aws:sqs:us-east-1:1:dead}"),
                added("noFunction_isTraced", "TracingConfig: {Mode: Active}"),
                added("noFunction_hasReservedConcurrency", "ReservedConcurrentExecutions: 10"),
                mutant(
                        "noVersion_hasProvisionedConcurrency",
                        "FunctionName: !Ref ViewerRequest\n",
                        "FunctionName: !Ref ViewerRequest\n      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}\n"),
                added("noFunction_hasMoreThan512MegabytesOfTmp", "EphemeralStorage: {Size: 1024}"),
                added("noFunction_hasAFixedName", "FunctionName: viewer-request"),
                mutant("theViewerFunction_has128MegabytesAnd5Seconds", "MemorySize: 128", "MemorySize: 256"),
                mutant("theViewerFunction_has128MegabytesAnd5Seconds", "Timeout: 5", "Timeout: 6"),
                mutant(
                        "theOriginFunction_hasTheMemoryOfTheParameterAnd30Seconds",
                        "MemorySize: !Ref OriginResponseMemory",
                        "MemorySize: 1769"),
                mutant("theOriginFunction_hasTheMemoryOfTheParameterAnd30Seconds", "Timeout: 30", "Timeout: 31"),
                mutant("aReplicatedFunction_isNotDeletedWithTheStack", function + policies, function),
                mutant("aVersion_isNotDeletedWithTheStack", version + policies, version),
                mutant("aVersion_isTiedToTheHashOfItsCode", "      CodeSha256: !Ref ViewerRequestSha256\n", ""),
                mutant(
                        "theStack_hasOneViewerRequestFunction",
                        "    Type: AWS::CloudFront::Function\n    Condition: RunsFunction\n",
                        "    Type: AWS::CloudFront::Function\n"),
                mutant(
                        "theCloudFrontFunction_isPublishedWithItsCode",
                        "Runtime: cloudfront-js-2.0",
                        "Runtime: cloudfront-js-1.0"),
                mutant("theCloudFrontFunction_isPublishedWithItsCode", "AutoPublish: true", "AutoPublish: false"),
                mutant(
                        "otherMemory_isAnotherVersion",
                        "Description: !Sub ${OriginResponseMemory} MB",
                        "Description: x"));
    }

    private static TemplateMutant added(String requirement, String property) {
        return mutant(requirement, FUNCTION, FUNCTION + "      " + property + "\n");
    }
}
