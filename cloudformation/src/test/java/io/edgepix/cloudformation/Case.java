package io.edgepix.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template with one set of parameters. */
final class Case {
    static final String BUCKET = "holiday-pictures";
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
            "AccessLogBucket", "logs.s3.amazonaws.com",
            "DerivativeDays", "90",
            "LogRetentionDays", "7",
            "OriginResponseMemory", "3008");

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
        return List.of(
                of("defaults", template, Map.of()),
                of("a new bucket, HTTP too", template, Map.of("ViewerProtocol", "allow-all")),
                of("an existing bucket", template, EXISTING),
                of("an existing bucket, HTTP too", template, EXISTING).with("ViewerProtocol", "allow-all"),
                of("pages of two origins", template, Map.of("CorsOrigins", "https://a.example,http://b.example:8080")),
                of("no pages", template, Map.of("CorsOrigins", "")),
                of("every option", template, EVERYTHING));
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
            stack();
            return false;
        } catch (TemplateException e) {
            return String.valueOf(e.getMessage()).contains(word);
        }
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
        return !value("ViewerProtocol", "").equals("allow-all");
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
