package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link OperationRequirements}. */
final class OperationMutants {
    private OperationMutants() {}

    static Stream<TemplateMutant> ofWebAcl() {
        return Stream.of(
                mutant("theStack_isRefusedOutsideOfUsEast1", "[!Ref AWS::Region, us-east-1]", "[us-east-1, us-east-1]"),
                mutant("theAcl_isForCloudFrontAndLetsViewersThrough", "Scope: CLOUDFRONT", "Scope: REGIONAL"),
                mutant("theAcl_isForCloudFrontAndLetsViewersThrough", "        Allow: {}", "        Block: {}"),
                mutant("anAddress_thatAsksTooOftenIsRefused", "Limit: !Ref RateLimit", "Limit: 2000"),
                mutant("anAddress_thatAsksTooOftenIsRefused", "!If [Blocks, {Block: {}}, {Count: {}}]", "{Count: {}}"),
                mutant("anAddress_thatAsksTooOftenIsRefused", "AggregateKeyType: IP", "AggregateKeyType: CONSTANT"),
                mutant("aLimit_thatTheServiceRefusesIsRefusedFirst", "\"8\", \"9\"]", "\"8\"]"),
                mutant(
                        "theListsOfAws_applyIfConfigured",
                        "AWSManagedRulesAmazonIpReputationList",
                        "AWSManagedRulesAnonymousIpList"),
                mutant("theAcl_isAnOutput", "Value: !GetAtt WebAcl.Arn", "Value: !GetAtt WebAcl.Id"));
    }

    static Stream<TemplateMutant> ofWatch() {
        return Stream.of(
                mutant("theStack_isRefusedOutsideOfUsEast1", "[!Ref AWS::Region, us-east-1]", "[us-east-1, us-east-1]"),
                mutant("aTooLargeShareOfErrors_isAnAlarm", "MetricName: 5xxErrorRate", "MetricName: 4xxErrorRate"),
                mutant("aTooLargeShareOfErrors_isAnAlarm", "Threshold: !Ref ErrorPercent", "Threshold: 50"),
                mutant("theSpend_isAnAlarmIfItHasALimit", "Threshold: !Ref SpendLimit", "Threshold: 1"),
                mutant(
                        "theSpend_isAnAlarmIfItHasALimit",
                        "    Condition: HasSpendLimit\n",
                        "    Condition: HasTopic\n"),
                mutant(
                        "aSpendLimit_withoutATopicIsRefused",
                        "!Not [!Equals [!Ref AlarmTopicArn, \"\"]]\n        AssertDescription",
                        "!Equals [a, a]\n        AssertDescription"),
                mutant("accessLogs_goToTheBucketOfTheParameter", "LogType: ACCESS_LOGS", "LogType: CONNECTION_LOGS"),
                mutant(
                        "accessLogs_goToTheBucketOfTheParameter",
                        "DestinationResourceArn: !Ref AccessLogBucketArn",
                        "DestinationResourceArn: arn:aws:s3:::logs"),
                mutant(
                        "accessLogs_goToTheBucketOfTheParameter",
                        "    Type: AWS::Logs::DeliveryDestination\n    Condition: HasAccessLogs\n",
                        "    Type: AWS::Logs::DeliveryDestination\n"));
    }

    static Stream<TemplateMutant> ofPlan() {
        return Stream.of(
                mutant("theStack_isRefusedOutsideOfUsEast1", "[!Ref AWS::Region, us-east-1]", "[us-east-1, us-east-1]"),
                mutant("theSubscription_isOfThePlanOfTheParameter", "pro: {Name: PRO}", "pro: {Name: BUSINESS}"),
                mutant(
                        "theSubscription_isOfThePlanOfTheParameter",
                        "UsageLevel: !Ref UsageLevel",
                        "UsageLevel: DEFAULT"),
                mutant("theSubscription_coversOneDistributionAndItsAcl", "        - !Ref WebAclArn\n", ""),
                mutant("aUsageLevel_isRefusedBelowPremium", "!Equals [!Ref Plan, premium]", "!Equals [a, a]"),
                mutant(
                        "outputs_tellWhatToApprove",
                        "Value: !GetAtt Subscription.Status",
                        "Value: !GetAtt Subscription.Arn"));
    }
}
