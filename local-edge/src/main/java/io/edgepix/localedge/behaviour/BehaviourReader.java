package io.edgepix.localedge.behaviour;

import io.edgepix.cloudformation.Resource;
import io.edgepix.cloudformation.Stack;
import io.edgepix.cloudformation.Template;
import io.edgepix.cloudformation.Values;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the behaviour of the edge from an evaluated template. */
public final class BehaviourReader {
    private static final String REGION = "us-east-1";
    private static final String IDENTITY = "origin-access-identity/cloudfront/";
    /** Parameters that the template requires. On one machine, only the names of packages have a meaning. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "ArtifactBucket",
            "artifacts",
            "ViewerRequestKey",
            Behaviour.VIEWER_REQUEST_ZIP,
            "ViewerRequestSha256",
            "A".repeat(43) + "=",
            "OriginResponseKey",
            Behaviour.ORIGIN_RESPONSE_ZIP,
            "OriginResponseSha256",
            "A".repeat(43) + "=",
            "ConfigSha256",
            "0".repeat(64));

    private final Stack stack;
    private final Map<String, Object> config;
    private final Map<String, Object> behaviour;
    private final String bucketDomain;
    private final String bucketArn;

    /**
     * Evaluates a template for the bucket with the given name.
     *
     * @param parameters the parameters of the template, except the names of packages
     */
    public BehaviourReader(Template template, String bucket, Map<String, String> parameters) {
        this.bucketDomain = bucket + ".s3." + REGION + ".amazonaws.com";
        this.bucketArn = "arn:aws:s3:::" + bucket;
        Map<String, String> known =
                Map.of("Bucket", bucket, "Bucket.Arn", bucketArn, "Bucket.RegionalDomainName", bucketDomain);
        Map<String, String> all = new HashMap<>(PARAMETERS);
        all.putAll(parameters);
        this.stack = template.evaluate(all, known);
        this.config = Values.map(stack.only("AWS::CloudFront::Distribution").at("DistributionConfig"));
        this.behaviour = Values.map(config.get("DefaultCacheBehavior"));
    }

    /**
     * Reads the behaviour of the distribution.
     *
     * @throws IllegalArgumentException if the template uses something that CloudFront or this edge does not support
     */
    public Behaviour read() {
        refuse(config.containsKey("CacheBehaviors"), "cache behaviours other than the default one");
        refuse(config.containsKey("OriginGroups"), "origin groups");
        refuse(!Boolean.FALSE.equals(behaviour.get("Compress")), "compression");
        return new Behaviour(methods(), functions(), cacheKey(), ttl(), rootObject(), headers(), tagHeader(), origin());
    }

    private static void refuse(boolean isAsked, String what) {
        if (isAsked) {
            throw new IllegalArgumentException(
                    "The template uses " + what + ", which the local edge does not support.");
        }
    }

    private Set<String> methods() {
        List<String> methods = Values.list(behaviour.get("AllowedMethods")).stream()
                .map(String::valueOf)
                .toList();
        refuse(!List.of("GET", "HEAD", "OPTIONS").containsAll(methods), "the methods " + methods);
        return Set.copyOf(methods);
    }

    private Map<EventType, Behaviour.Attached> functions() {
        Map<EventType, Behaviour.Attached> functions = new EnumMap<>(EventType.class);
        for (Object association : Values.list(behaviour.get("LambdaFunctionAssociations"))) {
            EventType eventType = EventType.of(String.valueOf(Values.at(association, "EventType")));
            if (functions.put(eventType, attached(Values.at(association, "LambdaFunctionARN"))) != null) {
                throw new IllegalArgumentException("The template attaches two functions to " + eventType.value());
            }
        }
        return functions;
    }

    /** Finds the function whose version is attached. */
    private Behaviour.Attached attached(@Nullable Object arn) {
        Resource version = referenced("AWS::Lambda::Version", arn);
        Resource function = referenced("AWS::Lambda::Function", version.at("FunctionName"));
        return new Behaviour.Attached(
                String.valueOf(function.at("Code", "S3Key")), Duration.ofSeconds(number(function.at("Timeout"))));
    }

    private Resource referenced(String type, @Nullable Object reference) {
        return stack.ofType(type).stream()
                .filter(resource -> ("${" + resource.id() + "}").equals(reference))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The template: expected a reference to an " + type + ", got " + reference));
    }

    private Map<String, Object> cachePolicy() {
        Resource policy = referenced("AWS::CloudFront::CachePolicy", behaviour.get("CachePolicyId"));
        return Values.map(policy.at("CachePolicyConfig"));
    }

    private CacheKey cacheKey() {
        Map<String, Object> key = Values.map(cachePolicy().get("ParametersInCacheKeyAndForwardedToOrigin"));
        refuse(!Boolean.FALSE.equals(key.get("EnableAcceptEncodingGzip")), "Accept-Encoding in the cache key");
        refuse(!Boolean.FALSE.equals(key.get("EnableAcceptEncodingBrotli")), "Accept-Encoding in the cache key");
        refuse(!"none".equals(Values.at(key, "CookiesConfig", "CookieBehavior")), "cookies in the cache key");
        Object query = Values.at(key, "QueryStringsConfig", "QueryStringBehavior");
        refuse(!"none".equals(query) && !"all".equals(query), "some query strings in the cache key");
        List<String> headers = Values.list(Values.at(key, "HeadersConfig", "Headers")).stream()
                .map(String::valueOf)
                .toList();
        return new CacheKey("all".equals(query), headers);
    }

    private Ttl ttl() {
        Map<String, Object> policy = cachePolicy();
        Map<Integer, Long> errors = new HashMap<>();
        for (Object error : Values.list(config.get("CustomErrorResponses"))) {
            refuse(Values.at(error, "ResponsePagePath") != null, "error pages");
            errors.put((int) number(Values.at(error, "ErrorCode")), number(Values.at(error, "ErrorCachingMinTTL")));
        }
        return new Ttl(
                number(policy.get("MinTTL")),
                number(policy.get("DefaultTTL")),
                number(policy.get("MaxTTL")),
                Map.copyOf(errors));
    }

    private String rootObject() {
        Object key = config.get("DefaultRootObject");
        return key == null ? "" : String.valueOf(key);
    }

    private HeadersPolicy headers() {
        if (behaviour.get("ResponseHeadersPolicyId") == null) {
            return HeadersPolicy.NONE;
        }
        Resource policy =
                referenced("AWS::CloudFront::ResponseHeadersPolicy", behaviour.get("ResponseHeadersPolicyId"));
        return HeadersPolicy.of(Values.map(policy.at("ResponseHeadersPolicyConfig")));
    }

    private String tagHeader() {
        Object name = Values.at(config, "CacheTagConfig", "HeaderName");
        return name == null ? "" : String.valueOf(name);
    }

    private BucketOrigin origin() {
        List<Object> origins = Values.list(config.get("Origins"));
        refuse(origins.size() != 1, origins.size() + " origins");
        Object origin = origins.getFirst();
        refuse(!bucketDomain.equals(Values.at(origin, "DomainName")), "the origin " + Values.at(origin, "DomainName"));
        Object path = Values.at(origin, "OriginPath");
        Object identity = Values.at(origin, "S3OriginConfig", "OriginAccessIdentity");
        BucketPolicy policy = new BucketPolicy(stack, bucketArn);
        return new BucketOrigin(
                bucketDomain,
                REGION,
                path == null ? "" : String.valueOf(path),
                (IDENTITY + "${OriginAccessIdentity}").equals(identity),
                policy.rights(),
                policy.closed());
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("The template: expected a number, got " + value);
    }
}
