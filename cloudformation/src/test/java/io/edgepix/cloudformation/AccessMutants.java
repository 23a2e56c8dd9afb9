package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link AccessRequirements}. */
final class AccessMutants {
    private AccessMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant(
                                "theBucketPolicy_letsCloudFrontRead",
                                "              Principal:\n                CanonicalUser: !GetAtt OriginAccessIdentity.S3CanonicalUserId\n              Action: s3:GetObject\n              Resource: !Sub ${Bucket.Arn}/*",
                                "              Principal:\n                CanonicalUser: !GetAtt OriginAccessIdentity.S3CanonicalUserId\n              Action: s3:GetObject\n              Resource: !Sub ${Bucket.Arn}/pictures/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_letsCloudFrontRead",
                                "                  AWS:SourceArn: !Sub arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}",
                                "                  AWS:SourceArn: !Sub arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_letsCloudFrontListSoThatAMissingKeyIsA404",
                                "              Action: s3:ListBucket\n              Resource: !GetAtt Bucket.Arn",
                                "              Action: s3:ListBucket\n              Resource: !Sub ${Bucket.Arn}/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfEdgepixToViewers",
                                "Sid: EdgepixClosesItsFolder\n              Effect: Deny",
                                "Sid: EdgepixClosesItsFolder\n              Effect: Allow")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfEdgepixToViewers",
                                "${Bucket.Arn}/.edgepix/*",
                                "${Bucket.Arn}/.edgepix/jobs/*")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfDocumentsToViewers",
                                "Sid: EdgepixClosesDocumentsToControl\n              Effect: Deny",
                                "Sid: EdgepixClosesDocumentsToControl\n              Effect: Allow")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfDocumentsToViewers",
                                "                CanonicalUser: !GetAtt OriginAccessIdentity.S3CanonicalUserId\n              Action: s3:GetObject\n              Resource: !Sub ${Bucket.Arn}/${PrivatePrefix}*",
                                "                CanonicalUser: !GetAtt OriginAccessIdentity.S3CanonicalUserId\n              Action: s3:GetObject\n              Resource: !Sub ${Bucket.Arn}/${PrivatePrefix}*.pdf")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "theBucketPolicy_closesTheFolderOfDocumentsToViewers",
                                "HasPrivate: !Not [!Equals [!Ref PrivatePrefix, \"\"]]",
                                "HasPrivate: !Equals [a, a]")
                        .and("theBucketPolicy_allowsNothingElse"),
                mutant(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        "\"Sid\":\"EdgepixClosesDocumentsToControl\",\"Effect\":\"Deny\"",
                        "\"Sid\":\"EdgepixClosesDocumentsToControl\",\"Effect\":\"Allow\""),
                mutant(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        "${BucketName}/${PrivatePrefix}*\"}",
                        "${BucketName}/*\"}"),
                mutant(
                                "theBucketPolicy_allowsNothingElse",
                                "            - OnlyHttps\n            - Sid: EdgepixRefusesPlainHttp",
                                "            - MakesBucket\n            - Sid: EdgepixRefusesPlainHttp")
                        .and("plainHttp_isRefusedIfNoViewerUsesIt")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                                "plainHttp_isRefusedIfNoViewerUsesIt",
                                "aws:SecureTransport: \"false\"",
                                "aws:SecureTransport: \"true\"")
                        .and("theStatementsToMerge_arePrintedForAnExistingBucket"),
                mutant(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        "\"Action\":\"s3:ListBucket\"",
                        "\"Action\":\"s3:GetObject\""),
                mutant(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        "\"Sid\":\"EdgepixClosesItsFolder\",\"Effect\":\"Deny\"",
                        "\"Sid\":\"EdgepixClosesItsFolder\",\"Effect\":\"Allow\""),
                mutant("theStatementsForTheKey_arePrinted", "\"Action\":\"kms:Decrypt\"", "\"Action\":\"kms:*\""),
                mutant(
                        "theOrigin_isReadByTheAccessOfTheParameter",
                        "OriginAccessControlId: !If [ReadsByControl, !GetAtt BucketAccessControl.Id, !Ref AWS::NoValue]",
                        "OriginAccessControlId: \"\""),
                mutant(
                        "theOrigin_isReadByTheAccessOfTheParameter",
                        "!Sub origin-access-identity/cloudfront/${OriginAccessIdentity}",
                        "\"\""),
                mutant(
                        "theOrigin_isTheBucketInItsRegion",
                        "!GetAtt Bucket.RegionalDomainName",
                        "!GetAtt Bucket.DomainName"),
                mutant(
                        "theControl_signsEachRequestToTheBucket",
                        "SigningBehavior: always",
                        "SigningBehavior: no-override"),
                mutant("anIdentity_isRefusedForNewRegions", "                - mx-central-1\n", ""),
                mutant(
                                "anIdentity_isRefusedForNewRegions",
                                "    RuleCondition: !Equals [!Ref Access, oai]\n",
                                "    RuleCondition: !Equals [!Ref AccessAlso, oai]\n")
                        .and("anIdentity_isRefusedForAKey"),
                mutant(
                        "anIdentity_isRefusedForAKey",
                        "!Equals [!Ref KmsKeyArn, \"\"]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"));
    }
}
