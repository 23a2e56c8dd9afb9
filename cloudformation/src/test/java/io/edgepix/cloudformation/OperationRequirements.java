package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.Requirement.has;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requirements for the web ACL, the alarms and logs, and the plan of a distribution. */
final class OperationRequirements {
    private OperationRequirements() {}

    static Stream<Requirement> ofWebAcl() {
        return Stream.of(
                inUsEast1(),
                new Requirement(
                        "theAcl_isForCloudFrontAndLetsViewersThrough",
                        given -> has("CLOUDFRONT", "Scope").test(acl(given))
                                && has(Map.of("Allow", Map.of()), "DefaultAction")
                                        .test(acl(given))),
                new Requirement("anAddress_thatAsksTooOftenIsRefused", OperationRequirements::rateFits),
                new Requirement(
                        "aLimit_thatTheServiceRefusesIsRefusedFirst",
                        given -> given.with("RateLimit", "9").isRefused("RateLimit")
                                && !given.with("RateLimit", "10").isRefused("RateLimit")),
                new Requirement("theListsOfAws_applyIfConfigured", OperationRequirements::listsFit),
                new Requirement(
                        "theAcl_isAnOutput",
                        given -> "${WebAcl.Arn}".equals(given.stack().outputs().get("WebAclArn"))));
    }

    static Stream<Requirement> ofWatch() {
        return Stream.of(
                inUsEast1(),
                new Requirement("aTooLargeShareOfErrors_isAnAlarm", OperationRequirements::errorsFit),
                new Requirement("theSpend_isAnAlarmIfItHasALimit", OperationRequirements::spendFits),
                new Requirement(
                        "aSpendLimit_withoutATopicIsRefused",
                        given -> given.with("SpendLimit", "100")
                                .with("AlarmTopicArn", "")
                                .isRefused("AlarmTopicArn")),
                new Requirement("accessLogs_goToTheBucketOfTheParameter", OperationRequirements::logsFit));
    }

    static Stream<Requirement> ofPlan() {
        return Stream.of(
                inUsEast1(),
                new Requirement(
                        "theSubscription_isOfThePlanOfTheParameter",
                        given -> has("CloudFront", "PlanFamily").test(subscription(given))
                                && has(given.setting("Plan").toUpperCase(Locale.ROOT), "PlanTier")
                                        .test(subscription(given))
                                && has(given.setting("UsageLevel"), "UsageLevel")
                                        .test(subscription(given))),
                new Requirement(
                        "theSubscription_coversOneDistributionAndItsAcl",
                        given -> has(
                                        List.of(
                                                "arn:aws:cloudfront::123456789012:distribution/"
                                                        + OperationCases.DISTRIBUTION_ID,
                                                RegionalCases.WEB_ACL),
                                        "ResourceArns")
                                .test(subscription(given))),
                new Requirement(
                        "aUsageLevel_isRefusedBelowPremium",
                        given -> given.with("Plan", "business")
                                .with("UsageLevel", "CF_PREMIUM_L3")
                                .isRefused("premium")),
                new Requirement(
                        "outputs_tellWhatToApprove",
                        given -> "${Subscription.Arn}"
                                        .equals(given.stack().outputs().get("SubscriptionArn"))
                                && "${Subscription.Status}"
                                        .equals(given.stack().outputs().get("SubscriptionStatus"))));
    }

    private static Requirement inUsEast1() {
        return new Requirement(
                "theStack_isRefusedOutsideOfUsEast1",
                given -> given.with("AWS::Region", "eu-west-1").isRefused("us-east-1"));
    }

    private static Resource acl(Case given) {
        return resource(given, "WebAcl");
    }

    private static Resource subscription(Case given) {
        return resource(given, "Subscription");
    }

    private static @Nullable Map<String, Object> rule(Case given, String name) {
        return Values.list(acl(given).at("Rules")).stream()
                .map(Values::map)
                .filter(rule -> name.equals(rule.get("Name")))
                .findFirst()
                .orElse(null);
    }

    private static boolean rateFits(Case given) {
        long limit = Long.parseLong(given.setting("RateLimit"));
        Map<String, Object> rule = rule(given, "rate");
        if (limit == 0) {
            return rule == null;
        }
        String action = given.setting("RateAction").equals("block") ? "Block" : "Count";
        return rule != null
                && Map.of(action, Map.of()).equals(rule.get("Action"))
                && Map.of("AggregateKeyType", "IP", "EvaluationWindowSec", 300L, "Limit", limit)
                        .equals(Values.at(rule, "Statement", "RateBasedStatement"));
    }

    private static boolean listsFit(Case given) {
        boolean applies = given.setting("ManagedRules").equals("true");
        return Stream.of(
                        Map.entry("bad-addresses", "AWSManagedRulesAmazonIpReputationList"),
                        Map.entry("bad-inputs", "AWSManagedRulesKnownBadInputsRuleSet"))
                .allMatch(list -> Objects.equals(
                        applies ? Map.of("VendorName", "AWS", "Name", list.getValue()) : null,
                        Values.at(rule(given, list.getKey()), "Statement", "ManagedRuleGroupStatement")));
    }

    private static boolean errorsFit(Case given) {
        return alarmFits(
                given,
                "ServerErrors",
                given.setting("AlarmTopicArn"),
                Map.of(
                        "Namespace",
                        "AWS/CloudFront",
                        "MetricName",
                        "5xxErrorRate",
                        "Threshold",
                        Long.valueOf(given.setting("ErrorPercent")),
                        "Dimensions",
                        List.of(
                                Map.of("Name", "DistributionId", "Value", OperationCases.DISTRIBUTION_ID),
                                Map.of("Name", "Region", "Value", "Global"))));
    }

    private static boolean spendFits(Case given) {
        long limit = Long.parseLong(given.setting("SpendLimit"));
        return alarmFits(
                given,
                "Spend",
                limit == 0 ? "" : given.setting("AlarmTopicArn"),
                Map.of(
                        "Namespace",
                        "AWS/Billing",
                        "MetricName",
                        "EstimatedCharges",
                        "Threshold",
                        limit,
                        "Dimensions",
                        List.of(Map.of("Name", "Currency", "Value", "USD"))));
    }

    /** Tells whether an alarm has these properties and goes to a topic, or does not exist without one. */
    private static boolean alarmFits(Case given, String id, String topic, Map<String, Object> properties) {
        Resource alarm = given.stack().resources().get(id);
        if (topic.isEmpty() || alarm == null) {
            return topic.isEmpty() == (alarm == null);
        }
        return properties.entrySet().stream()
                        .allMatch(one -> has(one.getValue(), one.getKey()).test(alarm))
                && has("GreaterThanThreshold", "ComparisonOperator").test(alarm)
                && has(List.of(topic), "AlarmActions").test(alarm);
    }

    private static boolean logsFit(Case given) {
        String bucket = given.setting("AccessLogBucketArn");
        if (bucket.isEmpty()) {
            return given.stack().all().stream()
                    .noneMatch(resource -> resource.type().startsWith("AWS::Logs::"));
        }
        Resource source = resource(given, "AccessLogSource");
        Resource destination = resource(given, "AccessLogDestination");
        Resource delivery = resource(given, "AccessLogDelivery");
        return has("ACCESS_LOGS", "LogType").test(source)
                && has("arn:aws:cloudfront::123456789012:distribution/" + OperationCases.DISTRIBUTION_ID, "ResourceArn")
                        .test(source)
                && has(bucket, "DestinationResourceArn").test(destination)
                && has(given.setting("AccessLogFormat"), "OutputFormat").test(destination)
                && has("${AccessLogSource}", "DeliverySourceName").test(delivery)
                && has("${AccessLogDestination.Arn}", "DeliveryDestinationArn").test(delivery)
                && has("{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", "S3SuffixPath").test(delivery);
    }
}
