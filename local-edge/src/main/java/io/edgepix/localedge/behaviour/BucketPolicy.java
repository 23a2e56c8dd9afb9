package io.edgepix.localedge.behaviour;

import io.edgepix.cloudformation.Stack;
import io.edgepix.cloudformation.Values;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the policy of the bucket in an evaluated template grants and forbids to CloudFront. */
final class BucketPolicy {
    private static final String CANONICAL_USER = "${OriginAccessIdentity.S3CanonicalUserId}";
    private static final String CLOUDFRONT = "cloudfront.amazonaws.com";
    private static final String DISTRIBUTION = ":distribution/${Distribution}";
    private static final String READ = "s3:GetObject";

    private final Stack stack;
    private final String bucketArn;
    private final BucketOrigin.Access access;

    /** Creates the policy as it applies to one kind of access. */
    BucketPolicy(Stack stack, String bucketArn, BucketOrigin.Access access) {
        this.stack = stack;
        this.bucketArn = bucketArn;
        this.access = access;
    }

    Set<BucketOrigin.Right> rights() {
        Set<BucketOrigin.Right> rights = EnumSet.noneOf(BucketOrigin.Right.class);
        if (resources("Allow", READ).anyMatch((bucketArn + "/*")::equals)) {
            rights.add(BucketOrigin.Right.READ);
        }
        if (resources("Allow", "s3:ListBucket").anyMatch(bucketArn::equals)) {
            rights.add(BucketOrigin.Right.LIST);
        }
        return rights;
    }

    /**
     * Returns the prefixes of the keys that CloudFront may not read.
     *
     * @throws IllegalArgumentException if the policy forbids keys by something other than a prefix
     */
    List<String> closed() {
        return resources("Deny", READ).map(this::prefix).toList();
    }

    private String prefix(String resource) {
        String start = bucketArn + "/";
        int wildcard = resource.indexOf('*');
        if (!resource.startsWith(start) || wildcard != resource.length() - 1) {
            throw new IllegalArgumentException(
                    "The template: expected " + start + "PREFIX* as the resource of a Deny, got " + resource);
        }
        return resource.substring(start.length(), wildcard);
    }

    private Stream<String> resources(String effect, String action) {
        return stack.ofType("AWS::S3::BucketPolicy").stream()
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .filter(statement -> effect.equals(Values.at(statement, "Effect"))
                        && isAboutUs(Values.map(statement))
                        && Values.list(Values.at(statement, "Action")).contains(action))
                .flatMap(statement -> Values.list(Values.at(statement, "Resource")).stream())
                .map(String::valueOf);
    }

    private boolean isAboutUs(Map<String, Object> statement) {
        return switch (access) {
            case NONE -> false;
            case IDENTITY -> CANONICAL_USER.equals(Values.at(statement, "Principal", "CanonicalUser"));
            case CONTROL ->
                CLOUDFRONT.equals(Values.at(statement, "Principal", "Service")) && isForUs(statement.get("Condition"));
        };
    }

    /** Tells whether a condition admits this distribution. Without a condition it would admit every distribution. */
    private static boolean isForUs(@Nullable Object condition) {
        return Values.map(condition).entrySet().stream().allMatch(operator -> {
            References.refuse(
                    !Set.of("StringEquals", "ArnEquals").contains(operator.getKey()),
                    "the condition " + operator.getKey() + " for CloudFront in the bucket's policy");
            return Values.map(operator.getValue()).entrySet().stream()
                    .allMatch(test -> test.getKey().equalsIgnoreCase("AWS:SourceArn")
                            && String.valueOf(test.getValue()).endsWith(DISTRIBUTION));
        });
    }
}
