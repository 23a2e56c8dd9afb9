package io.edgepix.localedge.behaviour;

import static io.edgepix.localedge.behaviour.References.number;
import static io.edgepix.localedge.behaviour.References.refuse;

import io.edgepix.cloudformation.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the cache policies of behaviours, either of the template or managed by CloudFront. */
final class CachePolicies {
    private static final long A_DAY = 86_400;
    private static final long A_YEAR = 31_536_000;
    private static final CacheKey PATH = new CacheKey(false, List.of());

    private final References references;
    private final Map<Integer, Long> errors;

    /** Creates a reader. {@code errors} are the minimum lifetimes of errors, by status. */
    CachePolicies(References references, Map<Integer, Long> errors) {
        this.references = references;
        this.errors = errors;
    }

    CachePolicy read(@Nullable Object id) {
        return switch (String.valueOf(id)) {
            // CachingOptimizedForUncompressedObjects
            case "b2884449-e4de-46a7-ac36-70bc7f1ddd6d" ->
                new CachePolicy(PATH, new Ttl(1, A_DAY, A_YEAR, errors), false);
            // CachingOptimized
            case "658327ea-f89d-4fab-a63d-7e88639e58f6" ->
                new CachePolicy(PATH, new Ttl(1, A_DAY, A_YEAR, errors), true);
            // CachingDisabled
            case "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" -> new CachePolicy(PATH, new Ttl(0, 0, 0, errors), false);
            default ->
                ofTemplate(Values.map(
                        references.to("AWS::CloudFront::CachePolicy", id).at("CachePolicyConfig")));
        };
    }

    private CachePolicy ofTemplate(Map<String, Object> policy) {
        Map<String, Object> key = Values.map(policy.get("ParametersInCacheKeyAndForwardedToOrigin"));
        boolean gzip = Boolean.TRUE.equals(key.get("EnableAcceptEncodingGzip"));
        boolean brotli = Boolean.TRUE.equals(key.get("EnableAcceptEncodingBrotli"));
        refuse(brotli && !gzip, "brotli without gzip in the cache key");
        refuse(!"none".equals(Values.at(key, "CookiesConfig", "CookieBehavior")), "cookies in the cache key");
        Object query = Values.at(key, "QueryStringsConfig", "QueryStringBehavior");
        refuse(!"none".equals(query) && !"all".equals(query), "some query strings in the cache key");
        List<String> headers = Values.list(Values.at(key, "HeadersConfig", "Headers")).stream()
                .map(String::valueOf)
                .toList();
        Ttl ttl = new Ttl(
                number(policy.get("MinTTL")), number(policy.get("DefaultTTL")), number(policy.get("MaxTTL")), errors);
        return new CachePolicy(new CacheKey("all".equals(query), headers), ttl, gzip);
    }
}
