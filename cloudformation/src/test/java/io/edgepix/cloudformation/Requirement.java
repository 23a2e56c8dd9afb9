package io.edgepix.cloudformation;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A requirement of AWS or edgepix for a stack. */
record Requirement(String name, Predicate<Case> isMet) {
    static final String FUNCTION = "AWS::Lambda::Function";
    static final String VERSION = "AWS::Lambda::Version";
    static final String ROLE = "AWS::IAM::Role";
    static final String ROLE_POLICY = "AWS::IAM::RolePolicy";
    static final String LOG_GROUP = "AWS::Logs::LogGroup";
    static final String BUCKET = "AWS::S3::Bucket";
    static final String BUCKET_POLICY = "AWS::S3::BucketPolicy";
    static final String CACHE_POLICY = "AWS::CloudFront::CachePolicy";
    static final String RESPONSE_HEADERS_POLICY = "AWS::CloudFront::ResponseHeadersPolicy";
    static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

    static Stream<Requirement> all() {
        return Stream.of(FunctionRequirements.all(), RoleRequirements.all(), EdgeRequirements.all(), ofEveryStack())
                .flatMap(Function.identity());
    }

    /** Returns the requirements for both kinds of stack: the pair, and the functions in one Region. */
    static Stream<Requirement> ofEveryStack() {
        return Stream.of(
                        BucketRequirements.all(),
                        AccessRequirements.all(),
                        RightsRequirements.all(),
                        DistributionRequirements.all(),
                        ResponseHeadersRequirements.all(),
                        PlanRequirements.all())
                .flatMap(Function.identity());
    }

    /** Creates a requirement for each resource of a type. There must be at least one. */
    static Requirement ofEach(String name, String type, Predicate<Resource> isMet) {
        return new Requirement(
                name,
                given -> !given.stack().ofType(type).isEmpty()
                        && given.stack().ofType(type).stream().allMatch(isMet));
    }

    /** Creates a requirement for the only resource of a type. */
    static Requirement ofThe(String name, String type, Predicate<Resource> isMet) {
        return new Requirement(name, given -> isMet.test(given.stack().only(type)));
    }

    static Predicate<Resource> has(@Nullable Object value, String... path) {
        return resource -> Objects.equals(resource.at(path), value);
    }

    static Predicate<Resource> hasNo(String property) {
        return resource -> resource.at(property) == null;
    }

    /** Returns the marker of a resource in an evaluated template. */
    static String ref(String id) {
        return "${" + id + "}";
    }

    static boolean allows(Map<String, Object> statement) {
        return "Allow".equals(statement.get("Effect"));
    }
}
