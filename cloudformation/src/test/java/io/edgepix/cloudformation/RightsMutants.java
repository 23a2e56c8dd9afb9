package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link RightsRequirements}. */
final class RightsMutants {
    private RightsMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant("theFunction_readsOriginals", "${Name}/*\n", "${Name}/originals/*\n"),
                mutant(
                        "theFunction_listsSoThatAMissingOriginalIsA404",
                        "arn:${AWS::Partition}:s3:::${Name}\n",
                        "arn:${AWS::Partition}:s3:::${Name}/*\n"),
                mutant("theFunction_writesDerivatives", "${B}/*x*/gif/*", "${B}/*x*/gi/*")
                        .and("theFunction_deletesDerivatives")
                        .and("theFunction_writesRequestsToTheQueue"),
                mutant(
                                "theFunction_writesDerivatives",
                                "[\"arn:${AWS::Partition}:s3:::${B}/~stored/*\"",
                                "[\"arn:${AWS::Partition}:s3:::${B}/stored/*\"")
                        .and("theFunction_deletesDerivatives"),
                mutant("theFunction_deletesDerivatives", "              - s3:DeleteObject\n", "")
                        .and("theFunction_marksItsAttempts")
                        .and("theFunction_hasNoOtherRight"),
                mutant(
                                "theFunction_writesNoOriginals",
                                "[\"arn:${AWS::Partition}:s3:::${B}/x9*\"",
                                "[\"arn:${AWS::Partition}:s3:::${B}/x*\"")
                        .and("theFunction_deletesNoOriginals"),
                mutant(
                                "theFunction_writesNoOriginals",
                                "Action: [s3:PutObject, s3:DeleteObject, s3:PutObjectTagging]",
                                "Action: [s3:DeleteObject, s3:PutObjectTagging]")
                        .and("theFunction_writesNothingElseOfTheFolderOfEdgepix"),
                mutant(
                                "theFunction_deletesNoOriginals",
                                "Action: [s3:PutObject, s3:DeleteObject, s3:PutObjectTagging]",
                                "Action: [s3:PutObject, s3:PutObjectTagging]")
                        .and("theFunction_writesNothingElseOfTheFolderOfEdgepix"),
                mutant("theFunction_writesNoOriginals", "${B}/*x*/webp/*", "${B}/*/webp/*")
                        .and("theFunction_deletesNoOriginals"),
                mutant(
                        "theFunction_writesRequestsToTheQueue",
                        "[\"arn:${AWS::Partition}:s3:::${B}/.edgepix/requests/*\"",
                        "[\"arn:${AWS::Partition}:s3:::${B}/.edgepix/request/*\""),
                mutant(
                        "theFunction_marksItsAttempts",
                        "[\"arn:${AWS::Partition}:s3:::${B}/.edgepix/attempts/*\"",
                        "[\"arn:${AWS::Partition}:s3:::${B}/.edgepix/attempt/*\""),
                mutant(
                        "theFunction_writesNothingElseOfTheFolderOfEdgepix",
                        "[\"arn:${AWS::Partition}:s3:::${B}/.edgepix/requests/*\"",
                        "[\"arn:${AWS::Partition}:s3:::${B}/.edgepix/*\""),
                mutant(
                                "theFunction_tagsExpiringDerivatives",
                                "!If [Expires, s3:PutObjectTagging, !Ref AWS::NoValue]",
                                "s3:PutObject")
                        .and("theFunction_hasNoOtherRight"),
                mutant(
                        "theFunction_hasNoOtherRight",
                        "              - s3:PutObject\n",
                        "              - s3:PutObject\n              - s3:PutObjectAcl\n"),
                mutant(
                        "theFunction_hasNoOtherRight",
                        "      PermissionsBoundary: !If",
                        "      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonS3FullAccess]\n      PermissionsBoundary: !If"),
                mutant(
                        "theFunction_usesTheKeyForS3Alone",
                        "              Condition:\n                StringLike:\n                  kms:ViaService: s3.*.amazonaws.com\n",
                        ""),
                mutant("theFunction_usesTlsToS3", "aws:SecureTransport: \"true\"", "aws:SecureTransport: \"false\""));
    }
}
