package io.edgepix.cloudformation;

import java.util.List;
import java.util.Map;

/** The sets of parameters that the templates for the operation of a distribution are checked with. */
final class OperationCases {
    static final String DISTRIBUTION_ID = "E2ABCDEFGHIJKL";
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:ops";
    static final String LOGS = "arn:aws:s3:::logs/pictures";

    private static final Map<String, String> WATCHED = Map.of("DistributionId", DISTRIBUTION_ID);

    private OperationCases() {}

    static List<Case> ofWebAcl(Template template) {
        return List.of(
                Case.other("defaults", template, Map.of(), Map.of()),
                Case.other("a count", template, Map.of(), Map.of("RateLimit", "500", "RateAction", "count")),
                Case.other("nothing", template, Map.of(), Map.of("RateLimit", "0", "ManagedRules", "false")));
    }

    static List<Case> ofWatch(Template template) {
        return List.of(
                Case.other("defaults", template, WATCHED, Map.of()),
                Case.other("a topic", template, WATCHED, Map.of("AlarmTopicArn", TOPIC, "ErrorPercent", "2")),
                Case.other("a limit", template, WATCHED, Map.of("AlarmTopicArn", TOPIC, "SpendLimit", "100")),
                Case.other("logs", template, WATCHED, Map.of("AccessLogBucketArn", LOGS, "AccessLogFormat", "json")));
    }

    static List<Case> ofPlan(Template template) {
        Map<String, String> needed = Map.of("DistributionId", DISTRIBUTION_ID, "WebAclArn", RegionalCases.WEB_ACL);
        return List.of(
                Case.other("free", template, needed, Map.of("Plan", "free")),
                Case.other("pro", template, needed, Map.of("Plan", "pro")),
                Case.other("business", template, needed, Map.of("Plan", "business")),
                Case.other("premium", template, needed, Map.of("Plan", "premium", "UsageLevel", "CF_PREMIUM_L2")));
    }
}
