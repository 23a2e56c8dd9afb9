package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.function.Function;
import java.util.stream.Stream;

/** Edits of the template of the stack in one Region. Each of them violates a requirement. */
final class RegionalMutants {
    private RegionalMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(functions(), origins(), TemplateMutants.ofEveryStack()).flatMap(Function.identity());
    }

    private static Stream<TemplateMutant> functions() {
        return Stream.of(
                mutant("aFunction_runsOnJava25", "Runtime: java25", "Runtime: java21"),
                mutant("aFunction_isForX86", "[x86_64]", "[arm64]"),
                mutant(
                        "aFunction_hasTheHandlerOfThePackage",
                        "RegionalHandler::handleRequest",
                        "RegionalHandler::handle"),
                mutant(
                        "aFunction_hasTheMemoryOfTheParameter",
                        "MemorySize: !Ref BigMemory",
                        "MemorySize: !Ref FunctionMemory"),
                mutant(
                        "aSecondFunction_isThereIfItHasMemory",
                        "  BigLog:\n    Type: AWS::Logs::LogGroup\n    Condition: HasBig\n",
                        "  BigLog:\n    Type: AWS::Logs::LogGroup\n"),
                mutant("aFunction_knowsItsBucketAndItsPart", "EDGEPIX_ROLE: big", "EDGEPIX_ROLE: first"),
                mutant(
                        "aFunction_knowsItsBucketAndItsPart",
                        "EDGEPIX_LOOKS_IN_S3: !If [HasGroup, \"false\", \"true\"]",
                        "EDGEPIX_LOOKS_IN_S3: \"false\""),
                mutant(
                        "aFunction_knowsItsBucketAndItsPart",
                        "EDGEPIX_BUCKET_REGION: !If [IsInOtherRegion, !Ref BucketRegion, !Ref AWS::Region]",
                        "EDGEPIX_BUCKET_REGION: !Ref AWS::Region"),
                mutant(
                        "theConcurrency_isThatOfTheParameter",
                        "!If [HasBigReserve, !Ref BigReservedConcurrency, !Ref AWS::NoValue]",
                        "!Ref BigReservedConcurrency"),
                mutant("aFunction_hasTheRole", "Role: !GetAtt FunctionRole.Arn", "Role: !Ref FunctionRole"),
                mutant(
                        "theRole_isForLambdaAlone",
                        "              Service: lambda.amazonaws.com",
                        "              Service: [lambda.amazonaws.com, edgelambda.amazonaws.com]"),
                mutant(
                        "theBoundary_isThatOfTheParameter",
                        "      PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundaryArn, !Ref AWS::NoValue]\n",
                        ""),
                mutant("aFunction_logsToItsGroup", "LogGroup: !Ref BigLog", "LogGroup: !Ref FunctionLog"),
                mutant(
                        "theRole_mayLogToBothGroups",
                        "              - !If [HasBig, !GetAtt BigLog.Arn, !Ref AWS::NoValue]\n",
                        ""),
                mutant(
                        "logs_areKeptForTheDaysOfTheParameter",
                        "RetentionInDays: !Ref LogRetentionDays",
                        "RetentionInDays: 30"),
                mutant(
                        "logs_outliveTheStack",
                        "  FunctionLog:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: Retain\n",
                        "  FunctionLog:\n    Type: AWS::Logs::LogGroup\n"),
                mutant("errorsAndThrottles_areAlarmsIfThereIsATopic", "MetricName: Throttles", "MetricName: Errors"),
                mutant(
                        "errorsAndThrottles_areAlarmsIfThereIsATopic",
                        "Value: !Ref BigFunction",
                        "Value: !Ref Function"),
                mutant("outputs_nameTheFunctionsAndTheirLogs", "[!Ref FunctionLog, !If", "[!Ref Function, !If"),
                mutant(
                        "aFunction_startsFromASnapshotIfTheRegionHasThem",
                        "!If [HasSnapshots, {ApplyOn: PublishedVersions}, !Ref AWS::NoValue]",
                        "{ApplyOn: PublishedVersions}"),
                mutant(
                        "aFunction_startsFromASnapshotIfTheRegionHasThem",
                        "{ApplyOn: PublishedVersions}",
                        "{ApplyOn: None}"),
                mutant("aVersion_isTiedToTheHashOfItsCode", "      CodeSha256: !Ref RegionalSha256\n", ""),
                mutant(
                        "theSnapshot_isTakenAfterTheFunctionHasItsRights",
                        "    DependsOn:\n      - FunctionLogging\n      - Pictures\n",
                        "    DependsOn:\n      - FunctionLogging\n"),
                mutant(
                        "otherSettings_areAnotherVersion",
                        "- ${FunctionMemory} MB, ${Name}, ${Big}, ${Looks}",
                        "- ${FunctionMemory} MB, ${Name}, ${Big}"),
                mutant(
                        "otherSettings_areAnotherVersion",
                        "- ${FunctionMemory} MB, ${Name}, ${Big}, ${Looks}",
                        "- ${FunctionMemory} MB, ${Big}, ${Looks}"),
                mutant("otherMemory_isAnotherBigVersion", "- ${BigMemory} MB, ${Name}", "- big, ${Name}"),
                mutant(
                        "theAlias_isTheNewestVersion",
                        "FunctionVersion: !GetAtt PublishedVersion.Version",
                        "FunctionVersion: $LATEST"));
    }

    private static Stream<TemplateMutant> origins() {
        return Stream.of(
                mutant("aFunctionUrl_isThatOfTheAlias", "      Qualifier: live\n", ""),
                mutant("aFunctionUrl_isThatOfTheAlias", "    DependsOn: FunctionAlias\n", ""),
                mutant("aFunctionUrl_demandsASignature", "AuthType: AWS_IAM", "AuthType: NONE"),
                mutant("onlyTheDistribution_callsAFunctionUrl", "      InvokedViaFunctionUrl: true\n", ""),
                mutant(
                        "onlyTheDistribution_callsAFunctionUrl",
                        "      FunctionUrlAuthType: AWS_IAM\n      SourceArn: !Sub arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}\n",
                        "      FunctionUrlAuthType: AWS_IAM\n"),
                mutant(
                        "onlyTheDistribution_callsAFunctionUrl",
                        "FunctionName: !Ref BigAlias",
                        "FunctionName: !Ref FunctionAlias"),
                mutant(
                        "theControl_signsEachRequestToTheFunctions",
                        "OriginAccessControlOriginType: lambda\n        SigningBehavior: always",
                        "OriginAccessControlOriginType: lambda\n        SigningBehavior: never"),
                mutant(
                        "aFunction_isTheOriginOfItsUrl",
                        "!GetAtt BigUrl.FunctionUrl",
                        "!GetAtt FunctionUrl.FunctionUrl"),
                mutant(
                        "aFunction_isTheOriginOfItsUrl",
                        "            OriginAccessControlId: !GetAtt FunctionAccessControl.Id\n",
                        ""),
                mutant(
                        "cloudFront_usesTls12ToAFunction",
                        "OriginProtocolPolicy: https-only",
                        "OriginProtocolPolicy: match-viewer"),
                mutant("aRendering_isNotTriedTwice", "ConnectionAttempts: 1", "ConnectionAttempts: 3"),
                mutant("aRendering_isNotTriedTwice", "Timeout: 115", "Timeout: 120"),
                mutant("s3_isAskedFirst", "Items: [403, 404, 500, 503, 504]", "Items: [403, 404, 500, 502, 504]"),
                mutant(
                        "s3_isAskedFirst",
                        "                    - OriginId: bucket\n                    - OriginId: render",
                        "                    - OriginId: render\n                    - OriginId: bucket"),
                mutant("aLargeOriginal_leadsToTheSecondFunction", "TargetOriginId: big", "TargetOriginId: render"),
                mutant(
                        "noOrigin_seesTheHostOfTheViewer",
                        "          Compress: false\n",
                        "          Compress: false\n          OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3\n"),
                mutant(
                        "bothEventsOfViewers_haveTheirFunction",
                        "              - EventType: viewer-response\n                FunctionARN: !GetAtt ViewerResponseFunction.FunctionARN\n            - !Ref",
                        "            - !Ref"),
                mutant(
                        "bothEventsOfViewers_haveTheirFunction",
                        "LambdaFunctionARN: !Ref ViewerRequestArn",
                        "LambdaFunctionARN: viewer-request"),
                mutant(
                        "documents_runNoScripts",
                        "HasContentPolicy: !And [!Equals [!Ref ViewerRequestType, edge],",
                        "HasContentPolicy: !And [!Equals [a, a],"),
                mutant(
                        "documents_runNoScripts",
                        "- ContentSecurityPolicy: !Ref ContentSecurityPolicy",
                        "- ContentSecurityPolicy: sandbox allow-scripts"),
                mutant(
                        "theStack_hasOneViewerRequestFunction",
                        "    Type: AWS::CloudFront::Function\n    Condition: RunsFunction\n",
                        "    Type: AWS::CloudFront::Function\n"),
                mutant(
                        "theCloudFrontFunctions_arePublishedWithTheirCode",
                        "FunctionCode: \"${VIEWER_RESPONSE_FUNCTION}\"",
                        "FunctionCode: \"${VIEWER_REQUEST_FUNCTION}\""),
                mutant(
                        "aViewerRequestFunction_ofTheEdgeIsNamed",
                        "!Not [!Equals [!Ref ViewerRequestArn, \"\"]]",
                        "!Equals [a, a]"),
                mutant(
                        "belowPremium_theEdgeIsRefused",
                        "!Equals [!Ref ViewerRequestType, function]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"));
    }
}
