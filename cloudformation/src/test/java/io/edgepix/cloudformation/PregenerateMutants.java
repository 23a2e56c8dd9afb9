package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.function.Function;
import java.util.stream.Stream;

/** Edits of the template of the pregenerate stack. Each of them violates a requirement. */
final class PregenerateMutants {
    private PregenerateMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                        queues(),
                        senders(),
                        function(),
                        versions(),
                        roles(),
                        alarms(),
                        ContainerMutants.all(),
                        DocumentMutants.all())
                .flatMap(Function.identity());
    }

    private static Stream<TemplateMutant> queues() {
        return Stream.of(
                mutant(
                        "everyQueue_keepsMessagesFor14Days",
                        "1209600\n      MaximumMessageSize",
                        "345600\n      MaximumMessageSize"),
                mutant("everyQueue_isEncrypted", "      SqsManagedSseEnabled: true\n", ""),
                mutant(
                        "everyQueue_acceptsNotificationsOf64Kilobytes",
                        "MaximumMessageSize: 1048576",
                        "MaximumMessageSize: 65535"),
                mutant(
                        "aMessage_isHiddenForSixTimesTheTimeoutOfTheFunction",
                        "VisibilityTimeout: 1800",
                        "VisibilityTimeout: 300"),
                mutant("aMessage_isHiddenForSixTimesTheTimeoutOfTheFunction", "Timeout: 300\n", "Timeout: 301\n"),
                mutant(
                        "aMessage_ofADeadContainerReturnsAfterTwoMinutes",
                        "VisibilityTimeout: 120",
                        "VisibilityTimeout: 1800"),
                mutant("aMessage_thatFailsFiveTimesIsADeadLetter", "maxReceiveCount: 5", "maxReceiveCount: 3"),
                mutant(
                        "aMessage_thatFailsFiveTimesIsADeadLetter",
                        "deadLetterTargetArn: !GetAtt DeadLetterQueue.Arn",
                        "deadLetterTargetArn: !GetAtt HeavyQueue.Arn"));
    }

    private static Stream<TemplateMutant> senders() {
        return Stream.of(
                mutant(
                        "onlyTheBucket_isAllowedByAQueuePolicy",
                        "Service: s3.amazonaws.com",
                        "Service: sns.amazonaws.com"),
                mutant(
                        "onlyTheBucket_isAllowedByAQueuePolicy",
                        "            Action: sqs:SendMessage\n",
                        "            Action: sqs:*\n"),
                mutant(
                        "onlyTheBucket_isAllowedByAQueuePolicy",
                        "s3:::${BucketName}\n              StringEquals",
                        "s3:::*\n              StringEquals"),
                mutant(
                        "onlyTheBucket_isAllowedByAQueuePolicy",
                        "              StringEquals:\n                aws:SourceAccount: !Ref AWS::AccountId\n",
                        ""),
                mutant(
                                "onlyTheBucket_isAllowedByAQueuePolicy",
                                "          - Sid: OnlyTheFunctionSends\n            Effect: Deny",
                                "          - Sid: OnlyTheFunctionSends\n            Effect: Allow")
                        .and("onlyTheFunction_sendsLargeOriginals"),
                mutant("noOtherAccount_reachesTheQueue", "StringNotEquals", "StringEquals"),
                mutant(
                        "theSenders_areThoseOfTheParameter",
                        "aws:PrincipalArn: !Split [\",\", !Ref SenderArns]",
                        "aws:PrincipalArn: [\"*\"]"),
                mutant(
                        "theSenders_areThoseOfTheParameter",
                        "                ArnNotLike:\n                  aws:PrincipalArn: !GetAtt FunctionRole.Arn\n",
                        ""),
                mutant(
                        "theSenders_areThoseOfTheParameter",
                        "HasSenders: !Not [!Equals [!Ref SenderArns, \"\"]]",
                        "HasSenders: !Equals [a, a]"),
                mutant(
                        "onlyTheFunction_sendsLargeOriginals",
                        "                  - !GetAtt FunctionRole.Arn\n",
                        "                  - !GetAtt BatchRole.Arn\n"),
                mutant(
                        "onlyTheWorkers_sendDeadLetters",
                        "- !If [HasContainer, !GetAtt ContainerRole.Arn, !Ref AWS::NoValue]",
                        "- !GetAtt BatchRole.Arn"),
                mutant(
                        "everyQueue_refusesPlainHttp",
                        "aws:SecureTransport: \"false\"",
                        "aws:SecureTransport: \"true\""),
                mutant(
                        "everyQueue_refusesPlainHttp",
                        "            Action: sqs:*\n            Resource: !GetAtt HeavyQueue.Arn",
                        "            Action: sqs:SendMessage\n            Resource: !GetAtt HeavyQueue.Arn"),
                mutant("theBucket_notifiesOfOriginalsThatComeChangeAndGo", ",\"s3:LifecycleExpiration:*\"", ""),
                mutant(
                        "theBucket_notifiesOfOriginalsThatComeChangeAndGo",
                        "\"Value\":\"${NotificationPrefix}\"",
                        "\"Value\":\"\""),
                mutant("theBucket_notifiesOfRequestsOfTheEdge", ".edgepix/requests/\"}]", ".edgepix/\"}]"),
                mutant(
                        "theBucket_isNotChangedByTheStack",
                        "  # The function\n",
                        "  Pictured:\n    Type: AWS::S3::BucketPolicy\n    Properties: {}\n"),
                mutant(
                        "outputs_nameTheQueuesAndTheFunction",
                        "    Value: !Ref FunctionAlias",
                        "    Value: !Ref Function"));
    }

    private static Stream<TemplateMutant> function() {
        return Stream.of(
                mutant("theFunction_runsOnJava25", "java25", "java21"),
                mutant("theFunction_isForX86", "[x86_64]", "[arm64]"),
                mutant(
                        "theFunction_hasTheHandlerOfThePackage",
                        "PregenerateHandler::handleRequest",
                        "PregenerateHandler"),
                mutant("theFunction_hasTheMemoryOfTheParameter", "MemorySize: !Ref FunctionMemory", "MemorySize: 1769"),
                mutant("theFunction_hasItsRole", "Role: !GetAtt FunctionRole.Arn", "Role: !GetAtt BatchRole.Arn"),
                mutant(
                        "theFunction_knowsItsQueues",
                        "          QUEUE_URL: !Ref Queue\n",
                        "          QUEUE_URL: !Ref HeavyQueue\n"),
                mutant("theFunction_knowsItsQueues", "!If [HasContainer, !Ref HeavyQueue, \"\"]", "!Ref HeavyQueue"),
                mutant(
                        "theFunction_knowsItsQueues",
                        "          MAX_DELIVERIES: \"5\"",
                        "          MAX_DELIVERIES: \"6\""),
                mutant(
                        "theFunction_logsToTheGroupOfTheStack",
                        "        LogGroup: !Ref FunctionLog\n",
                        "        LogFormat: JSON\n"),
                mutant(
                        "logs_areKeptForTheDaysOfTheParameter",
                        "RetentionInDays: !Ref LogRetentionDays",
                        "RetentionInDays: 30"));
    }

    private static Stream<TemplateMutant> versions() {
        return Stream.of(
                mutant("theFunction_startsFromASnapshot", "ApplyOn: PublishedVersions", "ApplyOn: None"),
                mutant("theVersion_isTiedToTheHashOfItsCode", "      CodeSha256: !Ref PregenerateSha256\n", ""),
                mutant("theSnapshot_isTakenAfterTheFunctionHasItsRights", "      - FunctionQueues\n", ""),
                mutant("otherSettings_areAnotherVersion", "${FunctionMemory} MB, ", ""),
                mutant("otherSettings_areAnotherVersion", "${BucketName}, distribution", "distribution"),
                mutant("otherSettings_areAnotherVersion", "distribution ${Distribution}, ", ""),
                mutant("otherSettings_areAnotherVersion", ", ${Container},", ","),
                mutant("otherSettings_areAnotherVersion", ", documents ${Documents}", ""),
                mutant("otherSettings_areAnotherVersion", "results ${Results}", ""),
                mutant("theAlias_isTheNewestVersion", "!GetAtt PublishedVersion.Version", "$LATEST"),
                mutant("theQueue_callsTheAlias", "FunctionName: !Ref FunctionAlias", "FunctionName: !Ref Function"),
                mutant("theQueue_callsWithTenMessages", "BatchSize: 10", "BatchSize: 1"),
                mutant(
                        "theFunction_reportsEachFailedMessage",
                        "      FunctionResponseTypes: [ReportBatchItemFailures]\n",
                        ""),
                mutant(
                        "theConcurrency_isThatOfTheParameter",
                        "MaximumConcurrency: !Ref MaximumConcurrency",
                        "MaximumConcurrency: 20"));
    }

    private static Stream<TemplateMutant> roles() {
        String function = "theFunction_hasTheLeastRights";
        String both = "theContainer_hasTheLeastRights";
        return Stream.of(
                mutant("theWorkers_writeNoOriginals", "${BucketName}/x9*", "${BucketName}/x*"),
                mutant("theWorkers_writeWhatTheirRightsAllow", "${BucketName}/~stored/*", "${BucketName}/stored/*"),
                mutant(
                        "theWorkers_writeWhatTheirRightsAllow",
                        "              - !If [HasCopies, !Sub \"arn:${AWS::Partition}:s3:::${CopiesBucket}/*\", !Ref AWS::NoValue]\n",
                        ""),
                mutant("aRole_trustsItsServiceOnly", "Service: lambda.amazonaws.com", "Service: ec2.amazonaws.com"),
                mutant(
                        "aRole_trustsItsServiceOnly",
                        "                aws:SourceAccount: !Ref AWS::AccountId\n\n  ContainerQueues",
                        "                aws:SourceAccount: \"*\"\n\n  ContainerQueues"),
                mutant(
                        "noRole_hasFurtherPolicies",
                        "      Description: S3 Batch",
                        "      ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]\n      Description: S3 Batch"),
                mutant(
                        "everyRole_hasTheBoundaryOfTheParameter",
                        "      PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundaryArn, !Ref AWS::NoValue]\n",
                        ""),
                mutant(
                        "everyRole_hasTheBoundaryOfTheParameter",
                        "HasBoundary: !Not [!Equals [!Ref PermissionsBoundaryArn, \"\"]]",
                        "HasBoundary: !Equals [a, a]"),
                mutant(function, "            Resource: !GetAtt FunctionLog.Arn", "            Resource: \"*\""),
                mutant(
                        function,
                        "sqs:GetQueueAttributes]\n            Resource: !GetAtt Queue.Arn",
                        "sqs:SendMessage]\n            Resource: !GetAtt Queue.Arn"),
                mutant(function, "              - !GetAtt Queue.Arn\n", ""),
                mutant(
                        function,
                        "- !If [HasContainer, !GetAtt HeavyQueue.Arn, !Ref AWS::NoValue]",
                        "- !GetAtt HeavyQueue.Arn"),
                mutant(function, "${BucketName}/*\n", "*/*\n").and(both),
                mutant(function, "            Action: s3:ListBucket\n", "            Action: s3:*\n")
                        .and(both),
                mutant(function, "${BucketName}/*x*/png/*", "${BucketName}/*")
                        .and(both)
                        .and("theWorkers_writeNoOriginals"),
                mutant(function, "!If [Expires, s3:PutObjectTagging, !Ref AWS::NoValue]", "s3:PutObjectTagging")
                        .and(both),
                mutant(
                                function,
                                "Resource: !Sub arn:${AWS::Partition}:s3:::${BucketName}/.edgepix/requests/*\n",
                                "Resource: !Sub arn:${AWS::Partition}:s3:::${BucketName}/.edgepix/*\n")
                        .and(both),
                mutant(
                                function,
                                "Resource: !Sub arn:${AWS::Partition}:s3:::${BucketName}/.edgepix/jobs/*/parts/*\n",
                                "Resource: !Sub arn:${AWS::Partition}:s3:::${BucketName}/.edgepix/jobs/*\n")
                        .and(both),
                mutant(
                                function,
                                "Resource: !Sub arn:${AWS::Partition}:s3:::${CopiesBucket}/*",
                                "Resource: !Sub arn:${AWS::Partition}:s3:::*/*")
                        .and(both)
                        .and("theWorkers_writeNoOriginals"),
                mutant(function, "distribution/${DistributionId}", "distribution/*")
                        .and(both),
                mutant(
                        both,
                        "sqs:GetQueueAttributes]\n            Resource: !GetAtt HeavyQueue.Arn",
                        "sqs:GetQueueAttributes]\n            Resource: !GetAtt Queue.Arn"),
                mutant(
                        "theStartOfAContainer_hasTheLeastRights",
                        "Resource: !GetAtt ContainerLog.Arn",
                        "Resource: \"*\""),
                mutant(
                        "theStartOfAContainer_hasTheLeastRights",
                        "            Action: ecr:GetAuthorizationToken",
                        "            Action: ecr:*"),
                mutant(
                        "batchOperations_haveTheLeastRights",
                        "            Resource: !Ref FunctionAlias",
                        "            Resource: \"*\""),
                mutant("batchOperations_haveTheLeastRights", "/.edgepix/jobs/*/report/*", "/*"),
                mutant(
                        "theWorkers_useTlsToS3",
                        "/.edgepix/requests/*\n            Condition:\n              Bool:\n                aws:SecureTransport: \"true\"\n",
                        "/.edgepix/requests/*\n"));
    }

    private static Stream<TemplateMutant> alarms() {
        return Stream.of(
                mutant(
                        "aDeadLetter_isAnAlarm",
                        "Value: !GetAtt DeadLetterQueue.QueueName",
                        "Value: !GetAtt Queue.QueueName"),
                mutant(
                        "anOldMessage_isAnAlarm",
                        "!GetAtt Queue.QueueName}\n      Statistic: Maximum",
                        "!GetAtt HeavyQueue.QueueName}\n      Statistic: Maximum"),
                mutant("anOldMessage_isAnAlarm", "Threshold: !Ref OldestMessageSeconds", "Threshold: 3600"),
                mutant(
                        "anOldMessageForTheContainer_isAnAlarm",
                        "HeavyQueue.QueueName}\n      Statistic: Maximum\n      Period: 300",
                        "Queue.QueueName}\n      Statistic: Maximum\n      Period: 300"),
                mutant("anErrorOfTheFunction_isAnAlarm", "MetricName: Errors", "MetricName: Duration"),
                mutant("aThrottle_isAnAlarm", "MetricName: Throttles", "MetricName: Invocations"),
                mutant(
                        "alarms_goToTheTopicOfTheParameter",
                        "        - !If [HasTopic, !Ref AlarmTopicArn, !Ref AWS::NoValue]",
                        "        - !Ref AlarmTopicArn"));
    }
}
