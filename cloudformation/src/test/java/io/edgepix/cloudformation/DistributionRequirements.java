package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.CACHE_POLICY;
import static io.edgepix.cloudformation.Requirement.DISTRIBUTION;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.EventType;
import software.amazon.awssdk.services.cloudfront.model.HttpVersion;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.MinimumProtocolVersion;
import software.amazon.awssdk.services.cloudfront.model.SSLSupportMethod;

/** Requirements for the distribution and its cache. */
final class DistributionRequirements {
    private static final Set<Object> ERRORS = Set.of(400L, 403L, 404L, 405L, 414L, 416L, 500L, 501L, 502L, 503L, 504L);
    private static final List<String> NEEDED_TO_LOG = List.of(
            "ViewerRequestLog",
            "ViewerRequestLogging",
            "OriginResponseLog",
            "OriginResponseLogging",
            "OriginResponsePictures");

    private DistributionRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(functions(), Stream.concat(origin(), viewers()));
    }

    private static Stream<Requirement> functions() {
        return Stream.of(
                new Requirement(
                        "aFunction_isAttachedByANumberedVersion",
                        given -> associations(given.stack()).stream()
                                .allMatch(
                                        association -> isVersion(given.stack(), association.get("LambdaFunctionARN")))),
                new Requirement("bothEvents_areAttachedOnceAndNoOthers", DistributionRequirements::eventsFit),
                new Requirement("anEvent_hasItsFunction", DistributionRequirements::functionsFit),
                new Requirement(
                        "noFunction_receivesABody",
                        given -> associations(given.stack()).stream()
                                .allMatch(association -> Boolean.FALSE.equals(association.get("IncludeBody")))),
                new Requirement(
                        "noFunction_isCalledBeforeItMayLog",
                        given -> Values.list(distribution(given).attributes().get("DependsOn"))
                                .containsAll(NEEDED_TO_LOG)));
    }

    private static Stream<Requirement> origin() {
        return Stream.of(
                new Requirement(
                        "theOrigin_isReadByTheOai",
                        given -> "origin-access-identity/cloudfront/${OriginAccessIdentity}"
                                .equals(config(given, "Origins", "0", "S3OriginConfig", "OriginAccessIdentity"))),
                new Requirement(
                        "theOrigin_isTheBucketInItsRegion",
                        given -> (given.makesBucket()
                                        ? "${Bucket.RegionalDomainName}"
                                        : "holiday-pictures.s3.eu-west-1.amazonaws.com")
                                .equals(config(given, "Origins", "0", "DomainName"))),
                new Requirement(
                        "anOai_isRefusedForNewRegions",
                        given -> given.with("BucketRegion", "mx-central-1").isRefused("December 2022")),
                new Requirement(
                        "originShield_isThereIfConfigured",
                        given -> Objects.equals(
                                config(given, "Origins", "0", "OriginShield", "OriginShieldRegion"),
                                given.parameters().get("OriginShieldRegion"))),
                new Requirement("theCacheKey_isThePathAlone", DistributionRequirements::keyIsPath),
                new Requirement(
                        "theTimesToLive_areZeroADayAndAYear",
                        given -> times(given).equals(List.of(0L, 86_400L, 31_536_000L))),
                new Requirement("errors_areCachedFor10Seconds", DistributionRequirements::errorsFit),
                new Requirement(
                        "derivatives_areInvalidatedByTheirTag",
                        given -> "x-amz-meta-cache-tag".equals(config(given, "CacheTagConfig", "HeaderName"))),
                new Requirement(
                        "accessLogs_areKeptIfConfigured",
                        given -> Objects.equals(
                                config(given, "Logging", "Bucket"),
                                given.parameters().get("AccessLogBucket"))));
    }

    private static Stream<Requirement> viewers() {
        return Stream.of(
                new Requirement(
                        "aPicture_isNotCompressedAgain", given -> Boolean.FALSE.equals(behaviour(given, "Compress"))),
                new Requirement(
                        "viewers_maySendGetHeadAndOptions",
                        given -> List.of(Method.GET.toString(), Method.HEAD.toString(), Method.OPTIONS.toString())
                                .equals(behaviour(given, "AllowedMethods"))),
                new Requirement(
                        "viewers_useTheProtocolOfTheParameter",
                        given -> given.value("ViewerProtocol", "redirect-to-https")
                                .equals(behaviour(given, "ViewerProtocolPolicy"))),
                new Requirement(
                        "viewers_useHttp2And3",
                        given -> HttpVersion.fromValue(String.valueOf(config(given, "HttpVersion")))
                                == HttpVersion.HTTP2_AND3),
                new Requirement("viewers_useIpv6", given -> Boolean.TRUE.equals(config(given, "IPV6Enabled"))),
                new Requirement(
                        "thePriceClass_isTheParameter",
                        given -> given.value("PriceClass", "PriceClass_All").equals(config(given, "PriceClass"))),
                new Requirement("aliases_haveTheCertificateAndTls12", DistributionRequirements::certificateFits),
                new Requirement(
                        "aliases_withoutACertificateAreRefused",
                        given -> given.with("Aliases", "a.example.com")
                                .with("CertificateArn", "")
                                .isRefused("CertificateArn")),
                new Requirement(
                        "aCertificate_withoutAliasesIsRefused",
                        given -> given.with("Aliases", "")
                                .with("CertificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/0a1b")
                                .isRefused("Aliases")),
                new Requirement("outputs_nameTheResources", DistributionRequirements::outputsFit));
    }

    private static Resource distribution(Case given) {
        return given.stack().only(DISTRIBUTION);
    }

    private static @Nullable Object config(Case given, String... path) {
        return Values.at(distribution(given).at("DistributionConfig"), path);
    }

    private static @Nullable Object behaviour(Case given, String name) {
        return config(given, "DefaultCacheBehavior", name);
    }

    private static List<Map<String, Object>> associations(Stack stack) {
        Object list =
                stack.only(DISTRIBUTION).at("DistributionConfig", "DefaultCacheBehavior", "LambdaFunctionAssociations");
        return Values.list(list).stream().map(Values::map).toList();
    }

    private static boolean isVersion(Stack stack, @Nullable Object arn) {
        return stack.ofType(Requirement.VERSION).stream()
                .anyMatch(version -> ref(version.id()).equals(arn));
    }

    private static boolean eventsFit(Case given) {
        List<Object> events = associations(given.stack()).stream()
                .map(association -> association.get("EventType"))
                .toList();
        return events.size() == 2
                && Set.copyOf(events)
                        .equals(Set.of(EventType.VIEWER_REQUEST.toString(), EventType.ORIGIN_RESPONSE.toString()));
    }

    /** Tells whether each version belongs to its function, and the function to its package. */
    private static boolean functionsFit(Case given) {
        Stack stack = given.stack();
        return associations(stack).stream()
                .allMatch(association -> stack.ofType(Requirement.VERSION).stream()
                        .filter(version -> ref(version.id()).equals(association.get("LambdaFunctionARN")))
                        .flatMap(version -> stack.ofType(Requirement.FUNCTION).stream()
                                .filter(function -> ref(function.id()).equals(version.at("FunctionName"))))
                        .allMatch(function ->
                                (association.get("EventType") + ".zip").equals(function.at("Code", "S3Key"))));
    }

    private static boolean keyIsPath(Case given) {
        Object key =
                given.stack().only(CACHE_POLICY).at("CachePolicyConfig", "ParametersInCacheKeyAndForwardedToOrigin");
        return Map.of(
                                "EnableAcceptEncodingBrotli", false,
                                "EnableAcceptEncodingGzip", false,
                                "QueryStringsConfig", Map.of("QueryStringBehavior", "none"),
                                "HeadersConfig", Map.of("HeaderBehavior", "none"),
                                "CookiesConfig", Map.of("CookieBehavior", "none"))
                        .equals(key)
                && ref("CachePolicy").equals(behaviour(given, "CachePolicyId"));
    }

    private static List<Object> times(Case given) {
        Resource policy = given.stack().only(CACHE_POLICY);
        return Stream.of("MinTTL", "DefaultTTL", "MaxTTL")
                .map(name -> policy.at("CachePolicyConfig", name))
                .map(Object.class::cast)
                .toList();
    }

    private static boolean errorsFit(Case given) {
        Set<Object> kept = Values.list(config(given, "CustomErrorResponses")).stream()
                .filter(error -> Long.valueOf(10).equals(Values.at(error, "ErrorCachingMinTTL")))
                .map(error -> Objects.requireNonNull(Values.at(error, "ErrorCode")))
                .collect(Collectors.toSet());
        return kept.equals(ERRORS);
    }

    private static boolean certificateFits(Case given) {
        if (given.value("Aliases", "").isEmpty()) {
            return config(given, "Aliases") == null && config(given, "ViewerCertificate") == null;
        }
        return List.of(given.value("Aliases", "").split(",", -1)).equals(config(given, "Aliases"))
                && Map.of(
                                "AcmCertificateArn", given.value("CertificateArn", ""),
                                "SslSupportMethod", SSLSupportMethod.SNI_ONLY.toString(),
                                "MinimumProtocolVersion", MinimumProtocolVersion.TLS_V1_2_2021.toString())
                        .equals(config(given, "ViewerCertificate"));
    }

    private static boolean outputsFit(Case given) {
        Map<String, String> outputs = given.stack().outputs();
        return "${Distribution.DomainName}".equals(outputs.get("Domain"))
                && (given.makesBucket() ? "${Bucket}" : Case.BUCKET).equals(outputs.get("Bucket"))
                && "https://${Distribution.DomainName}/pictures/cat.jpg?d=200x200".equals(outputs.get("ExampleUrl"))
                && "${Distribution}".equals(outputs.get("DistributionId"))
                && "${ViewerRequest}".equals(outputs.get("ViewerRequestFunction"))
                && "${OriginResponse}".equals(outputs.get("OriginResponseFunction"))
                && "${ViewerRequestVersion}".equals(outputs.get("ViewerRequestVersionArn"))
                && "${OriginResponseVersion}".equals(outputs.get("OriginResponseVersionArn"));
    }
}
