package io.edgepix.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template with one set of parameters. */
final class Case {
    static final String BUCKET = "holiday-pictures";

    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-1111";
    private static final Map<String, String> NEEDED = Map.of(
            "ArtifactBucket",
            "artifacts",
            "ViewerRequestKey",
            "viewer-request.zip",
            "ViewerRequestSha256",
            "A".repeat(43) + "=",
            "OriginResponseKey",
            "origin-response.zip",
            "OriginResponseSha256",
            "B".repeat(43) + "=",
            "ConfigSha256",
            "c".repeat(64));
    private static final Map<String, String> EXISTING =
            Map.of("BucketName", BUCKET, "BucketRegion", "eu-west-1", "DerivativeDays", "30");
    private static final Map<String, String> EVERYTHING = Map.of(
            "ViewerProtocol", "https-only",
            "PriceClass", "PriceClass_100",
            "Aliases", "a.example.com,b.example.com",
            "CertificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/0a1b",
            "OriginShieldRegion", "us-east-1",
            "HstsSeconds", "63072000",
            "DerivativeDays", "90",
            "LogRetentionDays", "7",
            "PermissionsBoundaryArn", RegionalCases.BOUNDARY,
            "WebAclArn", RegionalCases.WEB_ACL);
    private static final Map<String, String> CONTROL = Map.of("Access", "oac");
    private static final Map<String, String> FUNCTION = Map.of("ViewerRequestType", "function");

    private final String name;
    private final Template template;
    private final Map<String, String> parameters;
    private @Nullable Stack stack;

    private Case(String name, Template template, Map<String, String> parameters) {
        this.name = name;
        this.template = template;
        this.parameters = parameters;
    }

    static List<Case> all(Template template) {
        return Stream.concat(stacks(template), plans(template)).toList();
    }

    private static Stream<Case> stacks(Template template) {
        return Stream.of(
                of("defaults", template, Map.of()),
                of("a new bucket, HTTP too", template, Map.of("ViewerProtocol", "allow-all")),
                of("an existing bucket", template, EXISTING),
                of("an existing bucket, HTTP too", template, EXISTING).with("ViewerProtocol", "allow-all"),
                of("pages of two origins", template, Map.of("CorsOrigins", "https://a.example,http://b.example:8080")),
                of("no pages", template, Map.of("CorsOrigins", "")),
                of("every option", template, EVERYTHING).with("OriginResponseMemory", "3008"),
                of("a control", template, CONTROL),
                of("a control and an identity", template, CONTROL)
                        .with("AccessAlso", "oai")
                        .with("PrivatePrefix", "invoices/"),
                of("an identity and a control", template, Map.of("AccessAlso", "oac")),
                of("an existing bucket, a control", template, EXISTING).with(CONTROL),
                of("an existing bucket, both accesses", template, EXISTING)
                        .with("AccessAlso", "oac")
                        .with("PrivatePrefix", "invoices/"),
                of("a KMS key", template, CONTROL).with("KmsKeyArn", KEY).with("Versioning", "true"),
                of("a CloudFront Function", template, FUNCTION),
                of("a CloudFront Function, an existing bucket", template, EXISTING)
                        .with(FUNCTION));
    }

    private static Stream<Case> plans(Template template) {
        return Stream.of("free", "pro", "business", "premium")
                .map(plan -> of("the plan " + plan, template, CONTROL)
                        .with("Plan", plan)
                        .with("WebAclArn", RegionalCases.WEB_ACL))
                .flatMap(edge -> Stream.of(edge, edge.with(FUNCTION).with(EXISTING)));
    }

    private static Case of(String name, Template template, Map<String, String> parameters) {
        return new Case(name, template, NEEDED).with(parameters);
    }

    /** Returns a case of a template that needs other parameters. */
    static Case other(String name, Template template, Map<String, String> needed, Map<String, String> parameters) {
        return new Case(name, template, needed).with(parameters);
    }

    Case with(String parameter, String value) {
        return with(Map.of(parameter, value));
    }

    private Case with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(others);
        return new Case(name, template, all);
    }

    Stack stack() {
        Stack evaluated = stack == null ? template.evaluate(parameters) : stack;
        stack = evaluated;
        return evaluated;
    }

    Template template() {
        return template;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** Returns whether CloudFormation refuses the template before it creates resources, with this word in the error. */
    boolean isRefused(String word) {
        try {
            template.check(parameters);
            return false;
        } catch (TemplateException e) {
            return String.valueOf(e.getMessage()).contains(word);
        }
    }

    /** Returns the value of a parameter: the given one, or else the default. */
    String setting(String parameter) {
        Object otherwise = Values.at(template.section("Parameters"), parameter, "Default");
        return parameters.getOrDefault(parameter, String.valueOf(otherwise));
    }

    boolean isRegional() {
        return template.section("Parameters").containsKey("RegionalKey");
    }

    /** Returns a Region where the stack can be, and where nothing is missing. */
    String home() {
        return isRegional() ? "eu-west-1" : "us-east-1";
    }

    /** Tells whether CloudFront reads the bucket by an access, or may also do that. */
    boolean allowsAccess(String access) {
        return access.equals(setting("Access")) || access.equals(setting("AccessAlso"));
    }

    boolean runsFunction() {
        return setting("ViewerRequestType").equals("function");
    }

    /** Tells whether the plan has policies of one's own. */
    boolean hasPolicies() {
        return !List.of("free", "pro").contains(setting("Plan"));
    }

    String value(String parameter, String otherwise) {
        return parameters.getOrDefault(parameter, otherwise);
    }

    boolean makesBucket() {
        return value("BucketName", "").isEmpty();
    }

    boolean expires() {
        return !value("DerivativeDays", "0").equals("0");
    }

    boolean onlyHttps() {
        return !setting("ViewerProtocol").equals("allow-all");
    }

    /** Returns the ARN of the bucket in the policies of the evaluated template. */
    String bucketArn() {
        return "arn:aws:s3:::" + (makesBucket() ? "${Bucket}" : BUCKET);
    }

    @Override
    public String toString() {
        return name;
    }
}
