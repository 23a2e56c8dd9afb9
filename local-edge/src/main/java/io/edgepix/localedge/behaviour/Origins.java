package io.edgepix.localedge.behaviour;

import static io.edgepix.localedge.behaviour.References.number;
import static io.edgepix.localedge.behaviour.References.refuse;

import io.edgepix.cloudformation.Resource;
import io.edgepix.cloudformation.Values;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the origins of a distribution: the bucket, and function URLs. */
final class Origins {
    static final String REGION = "us-east-1";
    private static final String IDENTITY = "origin-access-identity/cloudfront/";
    private static final String ACCESS_CONTROL = "AWS::CloudFront::OriginAccessControl";
    private static final long READ_SECONDS = 30;

    private final References references;
    private final FunctionUrls urls;
    private final String bucketDomain;
    private final String bucketArn;

    Origins(References references, String bucketDomain, String bucketArn) {
        this.references = references;
        this.urls = new FunctionUrls(references);
        this.bucketDomain = bucketDomain;
        this.bucketArn = bucketArn;
    }

    /** Reads the items of {@code Origins}. */
    Map<String, Origin> read(List<Object> origins) {
        Map<String, Origin> read = new LinkedHashMap<>();
        origins.forEach(origin -> read.put(String.valueOf(Values.at(origin, "Id")), origin(Values.map(origin))));
        return read;
    }

    private Origin origin(Map<String, Object> origin) {
        Object domain = origin.get("DomainName");
        if (bucketDomain.equals(domain)) {
            return bucket(origin);
        }
        Optional<Resource> url = urls.of(String.valueOf(domain));
        refuse(url.isEmpty(), "the origin " + domain);
        Resource resource = url.orElseThrow();
        refuse(!urls.demandsSignature(resource), "a function URL that everybody may call");
        refuse(
                !"https-only".equals(Values.at(origin, "CustomOriginConfig", "OriginProtocolPolicy")),
                "a function URL without https-only");
        Object seconds = Values.at(origin, "CustomOriginConfig", "OriginReadTimeout");
        return new FunctionOrigin(
                urls.function(resource).id(),
                String.valueOf(domain),
                REGION,
                isSigned(origin, "lambda"),
                urls.isPermitted(resource),
                Duration.ofSeconds(seconds == null ? READ_SECONDS : number(seconds)),
                urls.code(resource));
    }

    private BucketOrigin bucket(Map<String, Object> origin) {
        Object path = origin.get("OriginPath");
        BucketOrigin.Access access = access(origin);
        BucketPolicy policy = new BucketPolicy(references.stack(), bucketArn, access);
        return new BucketOrigin(
                bucketDomain,
                REGION,
                path == null ? "" : String.valueOf(path),
                access,
                policy.rights(),
                policy.closed());
    }

    private BucketOrigin.Access access(Map<String, Object> origin) {
        Object identity = Values.at(origin, "S3OriginConfig", "OriginAccessIdentity");
        boolean isIdentity = (IDENTITY + "${OriginAccessIdentity}").equals(identity);
        boolean isSigned = isSigned(origin, "s3");
        refuse(isIdentity && isSigned, "both an origin access identity and an origin access control");
        if (isSigned) {
            return BucketOrigin.Access.CONTROL;
        }
        return isIdentity ? BucketOrigin.Access.IDENTITY : BucketOrigin.Access.NONE;
    }

    /** Tells whether an origin access control for a type of origins signs all requests. */
    private boolean isSigned(Map<String, Object> origin, String type) {
        @Nullable Object id = origin.get("OriginAccessControlId");
        if (id == null || "".equals(id)) {
            return false;
        }
        Resource control = references
                .findByAttribute(ACCESS_CONTROL, "Id", id)
                .or(() -> references.find(ACCESS_CONTROL, id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The template: expected a reference to an " + ACCESS_CONTROL + ", got " + id));
        Object config = control.at("OriginAccessControlConfig");
        return type.equals(Values.at(config, "OriginAccessControlOriginType"))
                && "always".equals(Values.at(config, "SigningBehavior"))
                && "sigv4".equals(Values.at(config, "SigningProtocol"));
    }
}
