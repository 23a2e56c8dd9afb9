package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyCookieBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyHeaderBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyQueryStringBehavior;
import software.amazon.awssdk.services.cloudfront.model.PriceClass;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;

/** Checks strings of the template against the enums of the AWS SDK. The schemas do not list their values. */
class EnumTest {
    private static final Template TEMPLATE = Template.edgepix();
    private static final String KEY = "CachePolicyConfig ParametersInCacheKeyAndForwardedToOrigin ";

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Requirement.FUNCTION, "Architectures 0", Architecture.knownValues()),
                Arguments.of(
                        Requirement.BUCKET, "LifecycleConfiguration Rules 0 Status", ExpirationStatus.knownValues()),
                Arguments.of(Requirement.DISTRIBUTION, "DistributionConfig PriceClass", PriceClass.knownValues()),
                Arguments.of(
                        Requirement.DISTRIBUTION,
                        "DistributionConfig DefaultCacheBehavior ViewerProtocolPolicy",
                        ViewerProtocolPolicy.knownValues()),
                Arguments.of(
                        Requirement.CACHE_POLICY,
                        KEY + "QueryStringsConfig QueryStringBehavior",
                        CachePolicyQueryStringBehavior.knownValues()),
                Arguments.of(
                        Requirement.CACHE_POLICY,
                        KEY + "HeadersConfig HeaderBehavior",
                        CachePolicyHeaderBehavior.knownValues()),
                Arguments.of(
                        Requirement.CACHE_POLICY,
                        KEY + "CookiesConfig CookieBehavior",
                        CachePolicyCookieBehavior.knownValues()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_underAnyParameters_isOneThatTheSdkKnows(String type, String path, Set<? extends Enum<?>> known) {
        Set<String> words = known.stream().map(String::valueOf).collect(Collectors.toSet());
        List<Object> values = Case.all(TEMPLATE).stream()
                .flatMap(given -> given.stack().ofType(type).stream())
                .map(resource -> (Object) String.valueOf(resource.at(path.split(" "))))
                .toList();

        assertThat(values).isNotEmpty().allMatch(words::contains);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choice_ofAParameter_isOneThatTheSdkKnows(String parameter, Set<? extends Enum<?>> known) {
        List<Object> choices = Values.list(Values.at(TEMPLATE.section("Parameters"), parameter, "AllowedValues"));

        assertThat(choices)
                .hasSize(3)
                .allMatch(choice ->
                        known.stream().anyMatch(word -> word.toString().equals(choice)));
    }

    @Test
    void events_ofTheNotifications_areOnesThatTheSdkKnows() {
        Stream<String> printed = Subject.PREGENERATE.cases().stream()
                .map(given -> given.stack().outputs().get("BucketNotifications"));
        List<Event> events = printed.flatMap(
                        entries -> JsonParser.parseString(entries).getAsJsonArray().asList().stream())
                .flatMap(entry -> entry.getAsJsonObject().getAsJsonArray("Events").asList().stream())
                .map(event -> Event.fromValue(event.getAsString()))
                .toList();

        assertThat(events).contains(Event.S3_LIFECYCLE_EXPIRATION).doesNotContain(Event.UNKNOWN_TO_SDK_VERSION);
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("PriceClass", PriceClass.knownValues()),
                Arguments.of("ViewerProtocol", ViewerProtocolPolicy.knownValues()));
    }
}
