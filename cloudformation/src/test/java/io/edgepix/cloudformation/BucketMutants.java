package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link BucketRequirements}. */
final class BucketMutants {
    private BucketMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant("theBucket_outlivesTheStack", "DeletionPolicy: RetainExceptOnCreate", "DeletionPolicy: Delete"),
                mutant("publicAccess_isBlocked", "RestrictPublicBuckets: true", "RestrictPublicBuckets: false"),
                mutant("theOwner_ownsEveryObject", "BucketOwnerEnforced", "ObjectWriter"),
                mutant(
                        "theBucket_isEncryptedByS3OrByTheKeyOfTheParameter",
                        "SSEAlgorithm: AES256",
                        "SSEAlgorithm: aws:kms"),
                mutant(
                        "theBucket_isEncryptedByS3OrByTheKeyOfTheParameter",
                        "KMSMasterKeyID: !Ref KmsKeyArn",
                        "KMSMasterKeyID: alias/aws/s3"),
                mutant(
                        "theBucket_isEncryptedByS3OrByTheKeyOfTheParameter",
                        "BucketKeyEnabled: !If [HasKey, true, !Ref AWS::NoValue]",
                        "BucketKeyEnabled: false"),
                mutant(
                        "replacedObjects_areKeptIfConfigured",
                        "!If [KeepsVersions, {Status: Enabled}, !Ref AWS::NoValue]",
                        "{Status: Enabled}"),
                mutant("replacedObjects_areKeptIfConfigured", "{Status: Enabled}", "{Status: Suspended}"),
                mutant(
                        "anExistingBucket_isNotChanged",
                        "  OriginAccessIdentity:\n    Type",
                        "  TakenOver:\n    Type: AWS::S3::BucketPolicy\n    Condition: UsesBucket\n    Properties: {Bucket: !Ref BucketName, PolicyDocument: {Statement: []}}\n  OriginAccessIdentity:\n    Type"),
                mutant(
                        "objects_expireAfterTheirTime",
                        "                - Key: edgepix\n",
                        "                - Key: other\n"),
                mutant("objects_expireAfterTheirTime", "ExpirationInDays: !Ref DerivativeDays", "ExpirationInDays: 30"),
                mutant(
                        "objects_expireAfterTheirTime",
                        "Prefix: ~stored/\n            ExpirationInDays: 1",
                        "Prefix: ~stored/\n            ExpirationInDays: 2"),
                mutant("objects_expireAfterTheirTime", "NoncurrentDays: 30", "NoncurrentDays: 300"),
                mutant(
                        "theLifecycleRulesToAdd_arePrintedForAnExistingBucket",
                        "{\"Days\":${DerivativeDays}}",
                        "{\"Days\":1}"),
                mutant(
                        "theLifecycleRulesToAdd_arePrintedForAnExistingBucket",
                        "\"Filter\":{\"Prefix\":\"~stored/\"}",
                        "\"Filter\":{\"Prefix\":\"stored/\"}"));
    }
}
