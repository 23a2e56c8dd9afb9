package io.edgepix.localedge.behaviour;

import static io.edgepix.localedge.behaviour.References.number;
import static io.edgepix.localedge.behaviour.References.refuse;

import io.edgepix.cloudformation.Resource;
import io.edgepix.cloudformation.Stack;
import io.edgepix.cloudformation.Template;
import io.edgepix.cloudformation.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the distribution of an evaluated template. */
public final class DistributionReader {
    /** The version of the viewer-request function that a stack in another Region gets as a parameter. */
    private static final String VIEWER_REQUEST_ARN =
            "arn:aws:lambda:us-east-1:123456789012:function:edgepix-viewer-request:1";
    /** Parameters that the templates require. On one machine, only the names of packages have a meaning. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("ArtifactBucket", "artifacts"),
            Map.entry("ViewerRequestKey", Behaviour.VIEWER_REQUEST_ZIP),
            Map.entry("ViewerRequestSha256", "A".repeat(43) + "="),
            Map.entry("OriginResponseKey", Behaviour.ORIGIN_RESPONSE_ZIP),
            Map.entry("OriginResponseSha256", "A".repeat(43) + "="),
            Map.entry("RegionalKey", Behaviour.REGIONAL_ZIP),
            Map.entry("RegionalSha256", "A".repeat(43) + "="),
            Map.entry("ConfigSha256", "0".repeat(64)));
    /** The time limit of Lambda@Edge for a function that another stack has. */
    private static final Duration VIEWER_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Object> config;
    private final References references;
    private final CachePolicies cachePolicies;
    private final Origins origins;

    /**
     * Evaluates a template for the bucket with the given name.
     *
     * @param parameters the parameters of the template, except the names of packages
     */
    public DistributionReader(Template template, String bucket, Map<String, String> parameters) {
        String bucketDomain = bucket + ".s3." + Origins.REGION + ".amazonaws.com";
        String bucketArn = "arn:aws:s3:::" + bucket;
        Map<String, String> known = FunctionUrls.known(template);
        known.put("Bucket", bucket);
        known.put("Bucket.Arn", bucketArn);
        known.put("Bucket.RegionalDomainName", bucketDomain);
        Stack stack = template.evaluate(all(template, parameters), known);
        this.config = Values.map(stack.only("AWS::CloudFront::Distribution").at("DistributionConfig"));
        this.references = new References(stack);
        this.cachePolicies = new CachePolicies(references, errors());
        this.origins = new Origins(references, bucketDomain, bucketArn);
    }

    private static Map<String, String> all(Template template, Map<String, String> parameters) {
        Map<String, Object> declared = template.section("Parameters");
        Map<String, String> all = new HashMap<>(PARAMETERS);
        if ("edge".equals(parameters.get("ViewerRequestType"))) {
            all.put("ViewerRequestArn", VIEWER_REQUEST_ARN);
        }
        all.keySet().retainAll(declared.keySet());
        all.putAll(parameters);
        return all;
    }

    private Map<Integer, Long> errors() {
        Map<Integer, Long> errors = new HashMap<>();
        for (Object error : Values.list(config.get("CustomErrorResponses"))) {
            refuse(Values.at(error, "ResponsePagePath") != null, "error pages");
            errors.put((int) number(Values.at(error, "ErrorCode")), number(Values.at(error, "ErrorCachingMinTTL")));
        }
        return Map.copyOf(errors);
    }

    /**
     * Reads the distribution.
     *
     * @throws IllegalArgumentException if the template uses something that CloudFront or this edge does not support
     */
    public DistributionConfig read() {
        Map<String, Origin> byId = origins.read(Values.list(config.get("Origins")));
        Map<String, Target> groups = groups();
        List<Behaviour> behaviours = new ArrayList<>();
        for (Object item : Values.list(config.get("CacheBehaviors"))) {
            String pattern = String.valueOf(Values.at(item, "PathPattern"));
            behaviours.add(behaviour(new PathPattern(pattern), Values.map(item), groups));
        }
        behaviours.add(behaviour(PathPattern.ofAll(), Values.map(config.get("DefaultCacheBehavior")), groups));
        behaviours.forEach(behaviour -> check(behaviour, byId));
        return new DistributionConfig(List.copyOf(behaviours), byId, rootObject(), tagHeader());
    }

    private static void check(Behaviour behaviour, Map<String, Origin> origins) {
        Target target = behaviour.target();
        Stream.concat(Stream.of(target.origin()), target.second().stream())
                .filter(id -> !origins.containsKey(id))
                .forEach(id -> {
                    throw new IllegalArgumentException("The template has no origin " + id + ".");
                });
        boolean isTwice = behaviour.functions().containsKey(EventType.VIEWER_REQUEST)
                && !behaviour.code().isNone();
        refuse(isTwice, "both Lambda@Edge and CloudFront Functions for viewers");
        refuse(
                behaviour.functions().containsKey(EventType.ORIGIN_RESPONSE)
                        && !(origins.get(target.origin()) instanceof BucketOrigin
                                && target.second().isEmpty()),
                "an origin-response function for something other than the bucket");
    }

    private Map<String, Target> groups() {
        Map<String, Target> groups = new HashMap<>();
        for (Object group : Values.list(Values.at(config, "OriginGroups", "Items"))) {
            List<Object> members = Values.list(Values.at(group, "Members", "Items"));
            refuse(members.size() != 2, "an origin group of " + members.size() + " origins");
            groups.put(
                    String.valueOf(Values.at(group, "Id")),
                    new Target(
                            String.valueOf(Values.at(members.get(0), "OriginId")),
                            Optional.of(String.valueOf(Values.at(members.get(1), "OriginId"))),
                            Values.list(Values.at(group, "FailoverCriteria", "StatusCodes", "Items")).stream()
                                    .map(status -> (int) number(status))
                                    .collect(Collectors.toUnmodifiableSet())));
        }
        return groups;
    }

    private Behaviour behaviour(PathPattern paths, Map<String, Object> behaviour, Map<String, Target> groups) {
        String target = String.valueOf(behaviour.get("TargetOriginId"));
        CachePolicy cache = cachePolicies.read(behaviour.get("CachePolicyId"));
        boolean compresses = Boolean.TRUE.equals(behaviour.get("Compress"));
        return new Behaviour(
                paths,
                groups.getOrDefault(target, Target.of(target)),
                methods(behaviour),
                functions(behaviour),
                ViewerCodes.read(references, behaviour),
                cache,
                forwarded(behaviour.get("OriginRequestPolicyId")),
                headers(behaviour),
                compresses && cache.compresses());
    }

    private static Set<String> methods(Map<String, Object> behaviour) {
        List<String> methods = Values.list(behaviour.get("AllowedMethods")).stream()
                .map(String::valueOf)
                .toList();
        refuse(!List.of("GET", "HEAD", "OPTIONS").containsAll(methods), "the methods " + methods);
        return Set.copyOf(methods);
    }

    private Map<EventType, Behaviour.Attached> functions(Map<String, Object> behaviour) {
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
        if (VIEWER_REQUEST_ARN.equals(arn)) {
            return new Behaviour.Attached(Behaviour.VIEWER_REQUEST_ZIP, VIEWER_TIMEOUT);
        }
        Resource version = references.to("AWS::Lambda::Version", arn);
        Resource function = references.to("AWS::Lambda::Function", version.at("FunctionName"));
        return new Behaviour.Attached(
                String.valueOf(function.at("Code", "S3Key")), Duration.ofSeconds(number(function.at("Timeout"))));
    }

    private static ForwardedHeaders forwarded(@Nullable Object id) {
        if (id == null) {
            return ForwardedHeaders.NONE;
        }
        refuse(!"b689b0a8-53d0-40ab-baf2-68738e2966ac".equals(id), "the origin request policy " + id);
        return ForwardedHeaders.ALL_BUT_HOST;
    }

    private String rootObject() {
        Object key = config.get("DefaultRootObject");
        return key == null ? "" : String.valueOf(key);
    }

    private HeadersPolicy headers(Map<String, Object> behaviour) {
        Object id = behaviour.get("ResponseHeadersPolicyId");
        return id == null
                ? HeadersPolicy.NONE
                : HeadersPolicy.of(Values.map(references
                        .to("AWS::CloudFront::ResponseHeadersPolicy", id)
                        .at("ResponseHeadersPolicyConfig")));
    }

    private String tagHeader() {
        Object name = Values.at(config, "CacheTagConfig", "HeaderName");
        return name == null ? "" : String.valueOf(name);
    }
}
