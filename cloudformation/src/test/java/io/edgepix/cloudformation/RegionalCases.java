package io.edgepix.cloudformation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sets of parameters that the template of the regional stack is checked with. */
final class RegionalCases {
    static final String WEB_ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/pictures/0a1b2c3d-1111";
    static final String VIEWER_REQUEST = "arn:aws:lambda:us-east-1:123456789012:function:viewer:7";
    static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-1111";
    static final String BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";
    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:ops";

    private static final Map<String, String> NEEDED = Map.of(
            "AWS::Region",
            "eu-west-1",
            "ArtifactBucket",
            "artifacts",
            "RegionalKey",
            "regional.zip",
            "RegionalSha256",
            "A".repeat(43) + "=",
            "ConfigSha256",
            "c".repeat(64));
    private static final Map<String, String> EXISTING = Map.of("BucketName", Case.BUCKET, "DerivativeDays", "30");
    private static final Map<String, String> EDGE =
            Map.of("ViewerRequestType", "edge", "ViewerRequestArn", VIEWER_REQUEST);
    private static final Map<String, String> DOCUMENTS = Map.of("PrivatePrefix", "invoices/");
    private static final Map<String, String> VIEWERS = Map.of(
            "ViewerProtocol", "allow-all",
            "CorsOrigins", "https://a.example,http://b.example:8080",
            "ContentSecurityPolicy", "sandbox",
            "PriceClass", "PriceClass_100",
            "Aliases", "a.example.com,b.example.com",
            "CertificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/0a1b");
    private static final Map<String, String> OPERATION = Map.of(
            "FunctionMemory", "3008",
            "BigMemory", "10240",
            "ReservedConcurrency", "50",
            "BigReservedConcurrency", "2",
            "PermissionsBoundaryArn", BOUNDARY,
            "WebAclArn", WEB_ACL,
            "OriginShieldRegion", "eu-west-1",
            "AlarmTopicArn", TOPIC,
            "LogRetentionDays", "7",
            "DerivativeDays", "90");

    private RegionalCases() {}

    static List<Case> all(Template template) {
        return Stream.concat(stacks(template), plans(template)).toList();
    }

    private static Stream<Case> stacks(Template template) {
        return Stream.of(
                of("defaults", template),
                of("an identity", template, Map.of("Access", "oai")),
                of("an identity and a control", template, Map.of("Access", "oai", "AccessAlso", "oac"), DOCUMENTS),
                of("a control and an identity", template, Map.of("AccessAlso", "oai")),
                of("an existing bucket", template, EXISTING),
                of("an existing bucket in another Region", template, EXISTING, Map.of("BucketRegion", "eu-west-3")),
                of("an existing bucket, both accesses", template, EXISTING, Map.of("AccessAlso", "oai"), DOCUMENTS),
                of("an existing bucket, an identity, HTTP", template, EXISTING, VIEWERS, Map.of("Access", "oai")),
                of("a KMS key", template, Map.of("KmsKeyArn", KEY, "Versioning", "true")),
                of("the edge", template, EDGE, Map.of("HstsSeconds", "63072000")),
                of(
                        "the edge, no policy, no pages",
                        template,
                        EDGE,
                        Map.of("ContentSecurityPolicy", "", "CorsOrigins", "")),
                of("one function", template, Map.of("BigMemory", "0", "AlarmTopicArn", TOPIC)),
                of("a Region without snapshots", template, Map.of("AWS::Region", "ap-southeast-6")),
                of("every option", template, EDGE, VIEWERS, OPERATION));
    }

    private static Stream<Case> plans(Template template) {
        return Stream.of("free", "pro", "business", "premium")
                .flatMap(plan -> Stream.of(
                        of("the plan " + plan, template, plan(plan)),
                        of("the plan " + plan + ", an existing bucket", template, plan(plan), EXISTING)));
    }

    private static Map<String, String> plan(String plan) {
        return Map.of("Plan", plan, "WebAclArn", WEB_ACL);
    }

    @SafeVarargs
    private static Case of(String name, Template template, Map<String, String>... parameters) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> each : parameters) {
            all.putAll(each);
        }
        return Case.other(name, template, NEEDED, all);
    }
}
