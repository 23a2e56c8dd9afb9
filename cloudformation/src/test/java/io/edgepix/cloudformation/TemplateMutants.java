package io.edgepix.cloudformation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Edits of the template. Each of them violates a requirement. */
final class TemplateMutants {
    private static final String FUNCTION = "      Handler: index.handler\n";

    private TemplateMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                        functions(),
                        roles(),
                        bucket(),
                        associations(),
                        distribution(),
                        viewers(),
                        ResponseHeadersMutants.all())
                .flatMap(Function.identity());
    }

    static TemplateMutant mutant(String requirement, String from, String to) {
        return new TemplateMutant(List.of(requirement), from, to);
    }

    private static TemplateMutant added(String requirement, String property) {
        return mutant(requirement, FUNCTION, FUNCTION + "      " + property + "\n");
    }

    private static Stream<TemplateMutant> functions() {
        String policies = "    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n";
        String function = "  ViewerRequest:\n    Type: AWS::Lambda::Function\n";
        String version = "  ViewerRequestVersion:\n    Type: AWS::Lambda::Version\n";
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
                mutant(
                        "theConfiguration_isRecordedByItsHashAlone",
                        "    Value: !Ref ConfigSha256",
                        "    Value: !Ref ViewerRequestSha256"),
                mutant("aVersion_isTiedToTheHashOfItsCode", "      CodeSha256: !Ref ViewerRequestSha256\n", ""),
                mutant(
                        "otherMemory_isAnotherVersion",
                        "Description: !Sub ${OriginResponseMemory} MB",
                        "Description: x"));
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
                            Properties:
                              RoleName: !Ref ViewerRequestRole
                              PolicyName: more
                              PolicyDocument: {Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "*"}]}
                          OriginResponseRole:
                        """),
                mutant("theOriginFunction_readsOriginals", "${Name}/*\n", "${Name}/originals/*\n"),
                mutant(
                        "theOriginFunction_listsSoThatAMissingOriginalIsA404",
                        "arn:${AWS::Partition}:s3:::${Name}\n",
                        "arn:${AWS::Partition}:s3:::${Name}/*\n"),
                mutant("theOriginFunction_writesNothingElseOfTheFolderOfEdgepix", "${Name}/*/png/*", "${Name}/*")
                        .and("theOriginFunction_writesDerivativesOnly")
                        .and("theOriginFunction_deletesDerivativesOnly"),
                mutant("theOriginFunction_writesRequestsToTheQueue", "${Name}/*/gif/*", "${Name}/*/png/*")
                        .and("theOriginFunction_writesDerivativesOnly")
                        .and("theOriginFunction_deletesDerivativesOnly"),
                mutant(
                                "theOriginFunction_writesRequestsToTheQueue",
                                "              - s3:PutObject\n",
                                "              - s3:GetObject\n")
                        .and("theOriginFunction_writesDerivativesOnly"),
                mutant("theOriginFunction_writesDerivativesOnly", "${Name}/*/gif/*", "${Name}/*/gi*/*")
                        .and("theOriginFunction_deletesDerivativesOnly"),
                mutant("theOriginFunction_deletesDerivativesOnly", "              - s3:DeleteObject\n", ""),
                mutant(
                        "theOriginFunction_tagsExpiringDerivatives",
                        "!If [Expires, s3:PutObjectTagging, !Ref AWS::NoValue]",
                        "s3:PutObject"),
                mutant(
                        "theOriginFunction_hasNoOtherPermission",
                        "!If [Expires, s3:PutObjectTagging, !Ref AWS::NoValue]",
                        "s3:PutObjectTagging"),
                mutant(
                        "theOriginFunction_hasNoOtherPermission",
                        "              - s3:PutObject\n",
                        "              - s3:PutObject\n              - s3:PutObjectAcl\n"),
                mutant(
                        "theOriginFunction_hasNoOtherPermission",
                        "      Description: The viewer-request function",
                        "      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonS3FullAccess]\n"
                                + "      Description: The viewer-request function"),
                mutant(
                        "theOriginFunction_usesTlsToS3",
                        "aws:SecureTransport: \"true\"",
                        "aws:SecureTransport: \"false\""));
    }

    private static Stream<TemplateMutant> bucket() {
        return Stream.of(
                mutant("theBucket_outlivesTheStack", "DeletionPolicy: RetainExceptOnCreate", "DeletionPolicy: Delete"),
                mutant("publicAccess_isBlocked", "RestrictPublicBuckets: true", "RestrictPublicBuckets: false"),
                mutant("theOwner_ownsEveryObject", "BucketOwnerEnforced", "ObjectWriter"),
                mutant("theBucket_isEncryptedWithKeysThatTheOaiMayUse", "AES256", "aws:kms"),
                mutant("theBucketPolicy_letsTheOaiRead", "!Sub ${Bucket.Arn}/*", "!Sub ${Bucket.Arn}/pictures/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_letsTheOaiListSoThatAMissingKeyIsA404",
                                "            Action: s3:ListBucket\n            Resource: !GetAtt Bucket.Arn",
                                "            Action: s3:ListBucket\n            Resource: !Sub ${Bucket.Arn}/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfEdgepixToViewers",
                                "Sid: EdgepixClosesItsFolder\n            Effect: Deny",
                                "Sid: EdgepixClosesItsFolder\n            Effect: Allow")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfEdgepixToViewers",
                                "${Bucket.Arn}/.edgepix/*",
                                "${Bucket.Arn}/.edgepix/jobs/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "plainHttp_isRefusedIfNoViewerUsesIt",
                                "aws:SecureTransport: \"false\"",
                                "aws:SecureTransport: \"true\"")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                        "theOai_isNotRefusedIfViewersMayUseHttp",
                        "OnlyHttps: !Not [!Equals [!Ref ViewerProtocol, allow-all]]",
                        "OnlyHttps: !Not [!Equals [!Ref ViewerProtocol, nothing]]"),
                mutant("anExistingBucket_isNotChanged", "  OriginAccessIdentity:\n", """
                          TakenOver:
                            Type: AWS::S3::BucketPolicy
                            Condition: UsesBucket
                            Properties: {Bucket: !Ref BucketName, PolicyDocument: {Statement: []}}
                          OriginAccessIdentity:
                        """),
                mutant(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        "\"Action\":\"s3:ListBucket\"",
                        "\"Action\":\"s3:GetObject\""),
                mutant(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        "\"Sid\":\"EdgepixClosesItsFolder\",\"Effect\":\"Deny\"",
                        "\"Sid\":\"EdgepixClosesItsFolder\",\"Effect\":\"Allow\""),
                mutant(
                        "derivatives_expireByTheirTagIfConfigured",
                        "                - Key: edgepix\n",
                        "                - Key: other\n"),
                mutant(
                        "derivatives_expireByTheirTagIfConfigured",
                        "ExpirationInDays: !Ref DerivativeDays",
                        "ExpirationInDays: 30"),
                mutant(
                        "theLifecycleRuleToAdd_isPrintedForAnExistingBucket",
                        "{\"Days\":${DerivativeDays}}",
                        "{\"Days\":1}"));
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
                                "EventType: viewer-request",
                                "EventType: viewer-requests")
                        .and("anEvent_hasItsFunction"),
                mutant(
                        "bothEvents_areAttachedOnceAndNoOthers",
                        "            - EventType: origin-response\n              IncludeBody: false\n              "
                                + origin + "\n",
                        ""),
                mutant("anEvent_hasItsFunction", viewer, origin),
                mutant("noFunction_receivesABody", "IncludeBody: false", "IncludeBody: true"),
                mutant("noFunction_isCalledBeforeItMayLog", "      - OriginResponseLogging\n", ""));
    }

    private static Stream<TemplateMutant> distribution() {
        return Stream.of(
                mutant(
                        "theOrigin_isReadByTheOai",
                        "!Sub origin-access-identity/cloudfront/${OriginAccessIdentity}",
                        "\"\""),
                mutant(
                        "theOrigin_isTheBucketInItsRegion",
                        "!GetAtt Bucket.RegionalDomainName",
                        "!GetAtt Bucket.DomainName"),
                mutant("theOrigin_isTheBucketInItsRegion", "${BucketName}.s3.${BucketRegion}.", "${BucketName}.s3."),
                mutant("anOai_isRefusedForNewRegions", "                - mx-central-1\n", ""),
                mutant(
                        "originShield_isThereIfConfigured",
                        "OriginShieldRegion: !Ref OriginShieldRegion",
                        "OriginShieldRegion: us-east-2"),
                mutant("theCacheKey_isThePathAlone", "QueryStringBehavior: none", "QueryStringBehavior: all"),
                mutant(
                        "theCacheKey_isThePathAlone",
                        "HeaderBehavior: none",
                        "HeaderBehavior: whitelist\n            Headers: [Accept]"),
                mutant("theCacheKey_isThePathAlone", "CookieBehavior: none", "CookieBehavior: all"),
                mutant(
                        "theCacheKey_isThePathAlone",
                        "EnableAcceptEncodingGzip: false",
                        "EnableAcceptEncodingGzip: true"),
                mutant(
                        "theCacheKey_isThePathAlone",
                        "CachePolicyId: !Ref CachePolicy",
                        "CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6"),
                mutant("theTimesToLive_areZeroADayAndAYear", "MinTTL: 0", "MinTTL: 1"),
                mutant("theTimesToLive_areZeroADayAndAYear", "DefaultTTL: 86400", "DefaultTTL: 3600"),
                mutant("theTimesToLive_areZeroADayAndAYear", "MaxTTL: 31536000", "MaxTTL: 86400"),
                mutant(
                        "errors_areCachedFor10Seconds",
                        "{ErrorCode: 404, ErrorCachingMinTTL: 10}",
                        "{ErrorCode: 404, ErrorCachingMinTTL: 300}"),
                mutant("errors_areCachedFor10Seconds", "          - {ErrorCode: 503, ErrorCachingMinTTL: 10}\n", ""),
                mutant(
                        "derivatives_areInvalidatedByTheirTag",
                        "HeaderName: x-amz-meta-cache-tag",
                        "HeaderName: x-amz-meta-tag"),
                mutant(
                        "accessLogs_areKeptIfConfigured",
                        "          - Bucket: !Ref AccessLogBucket",
                        "          - Bucket: logs.example.com"));
    }

    private static Stream<TemplateMutant> viewers() {
        return Stream.of(
                mutant("aPicture_isNotCompressedAgain", "Compress: false", "Compress: true"),
                mutant(
                        "viewers_maySendGetHeadAndOptions",
                        "AllowedMethods: [GET, HEAD, OPTIONS]",
                        "AllowedMethods: [GET, HEAD]"),
                mutant(
                        "viewers_useTheProtocolOfTheParameter",
                        "ViewerProtocolPolicy: !Ref ViewerProtocol",
                        "ViewerProtocolPolicy: allow-all"),
                mutant("viewers_useHttp2And3", "http2and3", "http2"),
                mutant("viewers_useIpv6", "IPV6Enabled: true", "IPV6Enabled: false"),
                mutant("thePriceClass_isTheParameter", "PriceClass: !Ref PriceClass", "PriceClass: PriceClass_All"),
                mutant("aliases_haveTheCertificateAndTls12", "TLSv1.2_2021", "TLSv1"),
                mutant("aliases_haveTheCertificateAndTls12", "!Split [\",\", !Ref Aliases]", "[a.example.com]"),
                mutant(
                        "aliases_withoutACertificateAreRefused",
                        "!Not [!Equals [!Ref CertificateArn, \"\"]]",
                        "!Equals [a, a]"),
                mutant(
                        "aCertificate_withoutAliasesIsRefused",
                        "RuleCondition: !Not [!Equals [!Ref CertificateArn, \"\"]]",
                        "RuleCondition: !Equals [a, b]"),
                mutant("outputs_nameTheResources", "cat.jpg?d=200x200", "cat.jpg"));
    }
}
