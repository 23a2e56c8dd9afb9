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
import software.amazon.awssdk.services.cloudfront.model.HttpVersion;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.MinimumProtocolVersion;
import software.amazon.awssdk.services.cloudfront.model.SSLSupportMethod;

/** Requirements for the distribution and its cache, whatever renders the pictures. */
final class DistributionRequirements {
    private static final Set<Object> ERRORS = Set.of(400L, 403L, 404L, 405L, 414L, 416L, 500L, 501L, 502L, 503L, 504L);

    private DistributionRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(cache(), viewers());
    }

    private static Stream<Requirement> cache() {
        return Stream.of(
                new Requirement(
                        "originShield_isThereIfConfigured",
                        given -> Values.list(config(given, "Origins")).stream()
                                .allMatch(origin -> Objects.equals(
                                        Values.at(origin, "OriginShield", "OriginShieldRegion"),
                                        given.parameters().get("OriginShieldRegion")))),
                new Requirement("theCacheKey_isThePathAlone", DistributionRequirements::keyIsPath),
                new Requirement(
                        "theTimesToLive_areZeroADayAndAYear",
                        given -> given.stack().ofType(CACHE_POLICY).stream()
                                .allMatch(policy -> times(policy).equals(List.of(0L, 86_400L, 31_536_000L)))),
                new Requirement("errors_areCachedFor10Seconds", DistributionRequirements::errorsFit));
    }

    private static Stream<Requirement> viewers() {
        return Stream.of(
                new Requirement(
                        "aPicture_isNotCompressedAgain",
                        given ->
                                Boolean.FALSE.equals(Behaviours.ofDefault(given).get("Compress"))),
                new Requirement("text_isCompressedForViewersThatAcceptIt", DistributionRequirements::textFits),
                new Requirement(
                        "viewers_maySendGetHeadAndOptions",
                        given -> Behaviours.of(given).stream()
                                .allMatch(behaviour -> List.of(
                                                        Method.GET.toString(),
                                                        Method.HEAD.toString(),
                                                        Method.OPTIONS.toString())
                                                .equals(behaviour.get("AllowedMethods"))
                                        && List.of(Method.GET.toString(), Method.HEAD.toString())
                                                .equals(behaviour.get("CachedMethods")))),
                new Requirement(
                        "viewers_useTheProtocolOfTheParameter",
                        given -> Behaviours.of(given).stream()
                                .allMatch(behaviour ->
                                        given.setting("ViewerProtocol").equals(behaviour.get("ViewerProtocolPolicy")))),
                new Requirement(
                        "viewers_useHttp2And3",
                        given -> HttpVersion.fromValue(String.valueOf(config(given, "HttpVersion")))
                                == HttpVersion.HTTP2_AND3),
                new Requirement("viewers_useIpv6", given -> Boolean.TRUE.equals(config(given, "IPV6Enabled"))),
                new Requirement(
                        "thePriceClass_isTheParameter",
                        given -> given.setting("PriceClass").equals(config(given, "PriceClass"))),
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
                new Requirement("outputs_nameTheResources", DistributionRequirements::outputsFit),
                new Requirement(
                        "theConfiguration_isRecordedByItsHashAlone",
                        given -> given.value("ConfigSha256", "none")
                                .equals(given.stack().outputs().get("ConfigSha256"))));
    }

    private static @Nullable Object config(Case given, String... path) {
        return Values.at(given.stack().only(DISTRIBUTION).at("DistributionConfig"), path);
    }

    private static boolean keyIsPath(Case given) {
        if (!given.hasPolicies()) {
            return true;
        }
        Resource policy = Objects.requireNonNull(given.stack().resources().get("CachePolicy"));
        return Map.of(
                                "EnableAcceptEncodingBrotli", false,
                                "EnableAcceptEncodingGzip", false,
                                "QueryStringsConfig", Map.of("QueryStringBehavior", "none"),
                                "HeadersConfig", Map.of("HeaderBehavior", "none"),
                                "CookiesConfig", Map.of("CookieBehavior", "none"))
                        .equals(policy.at("CachePolicyConfig", "ParametersInCacheKeyAndForwardedToOrigin"))
                && ref("CachePolicy").equals(Behaviours.ofDefault(given).get("CachePolicyId"));
    }

    /** Only text has the encoding in its key, since a picture would have a copy for each. */
    private static boolean textFits(Case given) {
        boolean isCompressed = Stream.of("*.svg", "*.json")
                .map(pattern -> Behaviours.ofPattern(given, pattern))
                .allMatch(behaviour -> Boolean.TRUE.equals(behaviour.get("Compress"))
                        && (!given.hasPolicies() || ref("TextCachePolicy").equals(behaviour.get("CachePolicyId"))));
        return isCompressed
                && given.stack().ofType(CACHE_POLICY).stream()
                        .filter(policy -> policy.id().equals("TextCachePolicy"))
                        .map(policy ->
                                Values.map(policy.at("CachePolicyConfig", "ParametersInCacheKeyAndForwardedToOrigin")))
                        .allMatch(key -> key.equals(Map.of(
                                "EnableAcceptEncodingBrotli", true,
                                "EnableAcceptEncodingGzip", true,
                                "QueryStringsConfig", Map.of("QueryStringBehavior", "none"),
                                "HeadersConfig", Map.of("HeaderBehavior", "none"),
                                "CookiesConfig", Map.of("CookieBehavior", "none"))));
    }

    private static List<Object> times(Resource policy) {
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
        if (given.setting("Aliases").isEmpty()) {
            return config(given, "Aliases") == null && config(given, "ViewerCertificate") == null;
        }
        return List.of(given.setting("Aliases").split(",", -1)).equals(config(given, "Aliases"))
                && Map.of(
                                "AcmCertificateArn", given.setting("CertificateArn"),
                                "SslSupportMethod", SSLSupportMethod.SNI_ONLY.toString(),
                                "MinimumProtocolVersion", MinimumProtocolVersion.TLS_V1_2_2021.toString())
                        .equals(config(given, "ViewerCertificate"));
    }

    private static boolean outputsFit(Case given) {
        Map<String, String> outputs = given.stack().outputs();
        return "${Distribution.DomainName}".equals(outputs.get("Domain"))
                && (given.makesBucket() ? "${Bucket}" : Case.BUCKET).equals(outputs.get("Bucket"))
                && "https://${Distribution.DomainName}/pictures/cat.jpg?d=200x200".equals(outputs.get("ExampleUrl"))
                && "${Distribution}".equals(outputs.get("DistributionId"));
    }
}
