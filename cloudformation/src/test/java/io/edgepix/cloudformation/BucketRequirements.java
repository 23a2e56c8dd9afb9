package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.BUCKET;
import static io.edgepix.cloudformation.Requirement.BUCKET_POLICY;
import static io.edgepix.cloudformation.Requirement.has;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Requirements for the bucket and its policy. */
final class BucketRequirements {
    private static final Gson GSON = new Gson();

    private BucketRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                ofNewBucket("theBucket_outlivesTheStack", BucketRequirements::isRetained),
                ofNewBucket("publicAccess_isBlocked", BucketRequirements::blocksPublicAccess),
                ofNewBucket(
                        "theOwner_ownsEveryObject",
                        has(
                                ObjectOwnership.BUCKET_OWNER_ENFORCED.toString(),
                                "OwnershipControls",
                                "Rules",
                                "0",
                                "ObjectOwnership")),
                ofNewBucket(
                        "theBucket_isEncryptedWithKeysThatTheOaiMayUse",
                        has(
                                ServerSideEncryption.AES256.toString(),
                                "BucketEncryption",
                                "ServerSideEncryptionConfiguration",
                                "0",
                                "ServerSideEncryptionByDefault",
                                "SSEAlgorithm")),
                policy("theBucketPolicy_letsTheOaiRead", statement("Allow", "s3:GetObject", "${Bucket.Arn}/*")),
                policy(
                        "theBucketPolicy_letsTheOaiListSoThatAMissingKeyIsA404",
                        statement("Allow", "s3:ListBucket", "${Bucket.Arn}")),
                policy(
                        "theBucketPolicy_closesTheFolderOfEdgepixToViewers",
                        statement("Deny", "s3:GetObject", "${Bucket.Arn}/.edgepix/*")),
                new Requirement(
                        "plainHttp_isRefusedIfNoViewerUsesIt",
                        given -> !given.makesBucket() || !given.onlyHttps() || refusesPlainHttp(given)),
                new Requirement(
                        "theOai_isNotRefusedIfViewersMayUseHttp",
                        given -> !given.makesBucket() || given.onlyHttps() || !refusesPlainHttp(given)),
                new Requirement(
                        "anExistingBucket_isNotChanged",
                        given -> given.makesBucket()
                                || (given.stack().ofType(BUCKET).isEmpty()
                                        && given.stack().ofType(BUCKET_POLICY).isEmpty())),
                new Requirement(
                        "theStatementsToMerge_arePrintedForAnExistingBucket",
                        BucketRequirements::printsTheSameStatements),
                new Requirement("derivatives_expireByTheirTagIfConfigured", BucketRequirements::lifecycleFits),
                new Requirement(
                        "theLifecycleRuleToAdd_isPrintedForAnExistingBucket", BucketRequirements::printsLifecycleRule));
    }

    private static Requirement ofNewBucket(String name, Predicate<Resource> isMet) {
        return new Requirement(
                name, given -> !given.makesBucket() || isMet.test(given.stack().only(BUCKET)));
    }

    private static Requirement policy(String name, Predicate<Map<String, Object>> statement) {
        return new Requirement(
                name,
                given -> !given.makesBucket()
                        || statements(given.stack()).stream().anyMatch(statement));
    }

    private static boolean isRetained(Resource bucket) {
        return "RetainExceptOnCreate".equals(bucket.attributes().get("DeletionPolicy"))
                && "Retain".equals(bucket.attributes().get("UpdateReplacePolicy"));
    }

    private static boolean blocksPublicAccess(Resource bucket) {
        return Stream.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                .allMatch(flag ->
                        has(true, "PublicAccessBlockConfiguration", flag).test(bucket));
    }

    private static Predicate<Map<String, Object>> statement(String effect, String action, String resource) {
        return statement -> effect.equals(statement.get("Effect"))
                && action.equals(statement.get("Action"))
                && resource.equals(statement.get("Resource"))
                && "${OriginAccessIdentity.S3CanonicalUserId}"
                        .equals(Values.at(statement, "Principal", "CanonicalUser"));
    }

    private static boolean refusesPlainHttp(Case given) {
        return statements(given.stack()).stream()
                .anyMatch(statement -> "Deny".equals(statement.get("Effect"))
                        && "*".equals(statement.get("Principal"))
                        && List.of("${Bucket.Arn}", "${Bucket.Arn}/*").equals(statement.get("Resource"))
                        && "false".equals(Values.at(statement, "Condition", "Bool", "aws:SecureTransport")));
    }

    private static List<Map<String, Object>> statements(Stack stack) {
        return Values.list(stack.only(BUCKET_POLICY).at("PolicyDocument", "Statement")).stream()
                .map(Values::map)
                .toList();
    }

    /** Tells whether the statements printed for an existing bucket equal those of a new bucket. */
    private static boolean printsTheSameStatements(Case given) {
        String printed = given.stack().outputs().get("BucketPolicyStatements");
        if (given.makesBucket()) {
            return printed == null;
        }
        Case ofNewBucket = given.with("BucketName", "");
        Stack stack = ofNewBucket
                .template()
                .evaluate(ofNewBucket.parameters(), Map.of("Bucket.Arn", "arn:aws:s3:::" + Case.BUCKET));
        return printed != null && GSON.toJsonTree(statements(stack)).equals(JsonParser.parseString(printed));
    }

    private static boolean lifecycleFits(Case given) {
        if (!given.makesBucket()) {
            return true;
        }
        List<Map<String, Object>> expiring =
                Values.list(given.stack().only(BUCKET).at("LifecycleConfiguration", "Rules")).stream()
                        .map(Values::map)
                        .filter(rule -> rule.containsKey("ExpirationInDays"))
                        .toList();
        return given.expires()
                ? expiring.size() == 1 && expires(expiring.getFirst(), given.value("DerivativeDays", "0"))
                : expiring.isEmpty();
    }

    private static boolean expires(Map<String, Object> rule, String days) {
        return List.of(Map.of("Key", "edgepix", "Value", "derivative")).equals(rule.get("TagFilters"))
                && Long.valueOf(days).equals(rule.get("ExpirationInDays"))
                && "Enabled".equals(rule.get("Status"));
    }

    private static boolean printsLifecycleRule(Case given) {
        String printed = given.stack().outputs().get("BucketLifecycleRule");
        if (given.makesBucket() || !given.expires()) {
            return printed == null;
        }
        return JsonParser.parseString(String.valueOf(printed))
                .equals(JsonParser.parseString("""
                                {"ID":"ExpireDerivatives","Status":"Enabled",
                                 "Filter":{"Tag":{"Key":"edgepix","Value":"derivative"}},"Expiration":{"Days":%s}}""".formatted(given.value("DerivativeDays", "0"))));
    }
}
