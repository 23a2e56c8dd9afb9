package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.TemplateMutants.mutant;

import java.util.stream.Stream;

/** Edits that violate the {@link DistributionRequirements}. */
final class DistributionMutants {
    private DistributionMutants() {}

    static Stream<TemplateMutant> all() {
        return Stream.of(
                mutant(
                        "originShield_isThereIfConfigured",
                        "OriginShieldRegion: !Ref OriginShieldRegion\n",
                        "OriginShieldRegion: us-east-2\n"),
                mutant("theCacheKey_isThePathAlone", "QueryStringBehavior: none", "QueryStringBehavior: all"),
                mutant(
                        "theCacheKey_isThePathAlone",
                        "HeaderBehavior: none",
                        "HeaderBehavior: whitelist\n            Headers: [Accept]"),
                mutant("theCacheKey_isThePathAlone", "CookieBehavior: none", "CookieBehavior: all"),
                mutant(
                        "theCacheKey_isThePathAlone",
                        "EnableAcceptEncodingGzip: false",
                        "EnableAcceptEncodingGzip: true"),
                mutant(
                        "theCacheKey_isThePathAlone",
                        "CachePolicyId: !If [HasPolicies, !Ref CachePolicy,",
                        "CachePolicyId: !If [HasPolicies, \"${Other}\","),
                mutant("theTimesToLive_areZeroADayAndAYear", "MinTTL: 0", "MinTTL: 1"),
                mutant("theTimesToLive_areZeroADayAndAYear", "DefaultTTL: 86400", "DefaultTTL: 3600"),
                mutant("theTimesToLive_areZeroADayAndAYear", "MaxTTL: 31536000", "MaxTTL: 86400"),
                mutant(
                        "errors_areCachedFor10Seconds",
                        "{ErrorCode: 404, ErrorCachingMinTTL: 10}",
                        "{ErrorCode: 404, ErrorCachingMinTTL: 300}"),
                mutant("errors_areCachedFor10Seconds", "          - {ErrorCode: 503, ErrorCachingMinTTL: 10}\n", ""),
                mutant("aPicture_isNotCompressedAgain", "Compress: false", "Compress: true")
                        .and("belowBusiness_policiesAreThoseOfAws"),
                mutant("text_isCompressedForViewersThatAcceptIt", "PathPattern: \"*.svg\"", "PathPattern: \"*.svgz\""),
                mutant(
                        "text_isCompressedForViewersThatAcceptIt",
                        "EnableAcceptEncodingBrotli: true",
                        "EnableAcceptEncodingBrotli: false"),
                mutant(
                        "viewers_maySendGetHeadAndOptions",
                        "AllowedMethods: [GET, HEAD, OPTIONS]",
                        "AllowedMethods: [GET, HEAD]"),
                mutant(
                        "viewers_maySendGetHeadAndOptions",
                        "CachedMethods: [GET, HEAD]",
                        "CachedMethods: [GET, HEAD, OPTIONS]"),
                mutant(
                        "viewers_useTheProtocolOfTheParameter",
                        "ViewerProtocolPolicy: !Ref ViewerProtocol",
                        "ViewerProtocolPolicy: allow-all"),
                mutant("viewers_useHttp2And3", "http2and3", "http2"),
                mutant("viewers_useIpv6", "IPV6Enabled: true", "IPV6Enabled: false"),
                mutant("thePriceClass_isTheParameter", "PriceClass: !Ref PriceClass", "PriceClass: PriceClass_All"),
                mutant("aliases_haveTheCertificateAndTls12", "TLSv1.2_2021", "TLSv1"),
                mutant("aliases_haveTheCertificateAndTls12", "!Split [\",\", !Ref Aliases]", "[a.example.com]"),
                mutant(
                        "aliases_withoutACertificateAreRefused",
                        "!Not [!Equals [!Ref CertificateArn, \"\"]]",
                        "!Equals [a, a]"),
                mutant(
                        "aCertificate_withoutAliasesIsRefused",
                        "RuleCondition: !Not [!Equals [!Ref CertificateArn, \"\"]]",
                        "RuleCondition: !Equals [a, b]"),
                mutant("outputs_nameTheResources", "cat.jpg?d=200x200", "cat.jpg"),
                mutant(
                        "theConfiguration_isRecordedByItsHashAlone",
                        "    Value: !Ref ConfigSha256",
                        "    Value: !Ref ArtifactBucket"));
    }
}
