package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link RoleRequirements} and the {@link EdgeRequirements}. */
final class EdgeMutants {
    private EdgeMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.concat(roles(), associations());
    }

    private static Stream<TemplateMutant> roles() {
        return Stream.of(
                mutant(
                        "aRole_trustsBothServices",
                        "[lambda.amazonaws.com, edgelambda.amazonaws.com]",
                        "lambda.amazonaws.com"),
                mutant(
                        "aFunction_hasTheRoleOfItsName",
                        "!GetAtt ViewerRequestRole.Arn",
                        "!GetAtt OriginResponseRole.Arn"),
                mutant(
                        "logs_areKeptInTheGroupOfTheEdgeInUsEast1",
                        "LogGroupName: !Sub /aws/lambda/us-east-1.${ViewerRequest}",
                        "LogGroupName: !Sub /aws/lambda/${ViewerRequest}"),
                mutant(
                        "logs_areKeptInTheGroupOfTheEdgeInUsEast1",
                        "RetentionInDays: !Ref LogRetentionDays",
                        "RetentionInDays: 30"),
                mutant("aFunction_mayLogInEveryRegion", ":logs:*:", ":logs:us-east-1:"),
                mutant("theViewerFunction_hasNoOtherPermission", "  OriginResponseRole:\n", """
                          More:
                            Type: AWS::IAM::RolePolicy
                            Condition: RunsAtEdge
                            Properties:
                              RoleName: !Ref ViewerRequestRole
                              PolicyName: more
                              PolicyDocument: {Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "*"}]}
                          OriginResponseRole:
                        """),
                mutant(
                        "theBoundary_isThatOfTheParameter",
                        "      PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundaryArn, !Ref AWS::NoValue]\n",
                        ""),
                mutant(
                        "logs_outliveTheStack",
                        "    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n    Properties:\n      LogGroupName",
                        "    Properties:\n      LogGroupName"));
    }

    private static Stream<TemplateMutant> associations() {
        String viewer = "LambdaFunctionARN: !Ref ViewerRequestVersion";
        String origin = "LambdaFunctionARN: !Ref OriginResponseVersion";
        return Stream.of(
                mutant(
                        "aFunction_isAttachedByANumberedVersion",
                        viewer,
                        "LambdaFunctionARN: !GetAtt ViewerRequest.Arn"),
                mutant(
                        "aFunction_isAttachedByANumberedVersion",
                        viewer,
                        "LambdaFunctionARN: !Sub ${ViewerRequest.Arn}:live"),
                mutant(
                                "bothEvents_areAttachedOnceAndNoOthers",
                                "EventType: viewer-request\n                IncludeBody",
                                "EventType: viewer-requests\n                IncludeBody")
                        .and("anEvent_hasItsFunction"),
                mutant(
                        "bothEvents_areAttachedOnceAndNoOthers",
                        "            - EventType: origin-response\n              IncludeBody: false\n              "
                                + origin + "\n",
                        ""),
                mutant(
                        "bothEvents_areAttachedOnceAndNoOthers",
                        "FunctionARN: !GetAtt ViewerRequestFunction.FunctionARN",
                        "FunctionARN: !GetAtt ViewerRequestFunction.Stage"),
                mutant("anEvent_hasItsFunction", viewer, origin),
                mutant("noFunction_receivesABody", "IncludeBody: false", "IncludeBody: true"),
                mutant(
                        "documents_runNoScripts",
                        "          StrictTransportSecurity: !If",
                        "          ContentSecurityPolicy:\n            ContentSecurityPolicy: upgrade-insecure-requests\n            Override: true\n          StrictTransportSecurity: !If"),
                mutant("noFunction_isCalledBeforeItMayLog", "      - OriginResponseLogging\n", ""),
                mutant(
                        "outputs_nameTheFunctionsAndTheirLogs",
                        "    Value: !Ref OriginResponseVersion",
                        "    Value: !Ref OriginResponse"),
                mutant(
                        "outputs_nameTheFunctionsAndTheirLogs",
                        "[!Ref OriginResponseLog, !If [",
                        "[!Ref OriginResponse, !If ["),
                mutant(
                        "belowBusiness_pagesAreNotListed",
                        "[\"*\", \"\"]\n            - !Ref CorsOrigins",
                        "[\"*\", \"\"]\n            - \"*\""));
    }
}
