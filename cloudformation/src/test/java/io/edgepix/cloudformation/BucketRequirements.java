package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.BUCKET;
import static io.edgepix.cloudformation.Requirement.BUCKET_POLICY;
import static io.edgepix.cloudformation.Requirement.has;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Requirements for the bucket. */
final class BucketRequirements {
    private static final Map<String, Object> TAG = Map.of("Key", "edgepix", "Value", "derivative");

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
                new Requirement("theBucket_isEncryptedByS3OrByTheKeyOfTheParameter", BucketRequirements::isEncrypted),
                new Requirement(
                        "replacedObjects_areKeptIfConfigured",
                        given -> ofNewBucket(
                                        "",
                                        has(
                                                keepsVersions(given) ? "Enabled" : null,
                                                "VersioningConfiguration",
                                                "Status"))
                                .isMet()
                                .test(given)),
                new Requirement(
                        "anExistingBucket_isNotChanged",
                        given -> given.makesBucket()
                                || (given.stack().ofType(BUCKET).isEmpty()
                                        && given.stack().ofType(BUCKET_POLICY).isEmpty())),
                new Requirement("objects_expireAfterTheirTime", BucketRequirements::lifecycleFits),
                new Requirement(
                        "theLifecycleRulesToAdd_arePrintedForAnExistingBucket",
                        BucketRequirements::printsLifecycleRules));
    }

    private static Requirement ofNewBucket(String name, Predicate<Resource> isMet) {
        return new Requirement(
                name, given -> !given.makesBucket() || isMet.test(given.stack().only(BUCKET)));
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

    private static boolean isEncrypted(Case given) {
        String key = given.setting("KmsKeyArn");
        Map<String, Object> expected = key.isEmpty()
                ? Map.of(
                        "ServerSideEncryptionByDefault", Map.of("SSEAlgorithm", ServerSideEncryption.AES256.toString()))
                : Map.of(
                        "ServerSideEncryptionByDefault",
                        Map.of("SSEAlgorithm", ServerSideEncryption.AWS_KMS.toString(), "KMSMasterKeyID", key),
                        "BucketKeyEnabled",
                        true);
        return ofNewBucket("", has(List.of(expected), "BucketEncryption", "ServerSideEncryptionConfiguration"))
                .isMet()
                .test(given);
    }

    private static boolean keepsVersions(Case given) {
        return given.setting("Versioning").equals("true");
    }

    private static boolean lifecycleFits(Case given) {
        if (!given.makesBucket()) {
            return true;
        }
        Set<Map<String, Object>> rules =
                Values.list(given.stack().only(BUCKET).at("LifecycleConfiguration", "Rules")).stream()
                        .map(Values::map)
                        .map(BucketRequirements::withoutId)
                        .collect(Collectors.toSet());
        return rules.equals(Set.copyOf(expectedRules(given)));
    }

    private static Map<String, Object> withoutId(Map<String, Object> rule) {
        rule.remove("Id");
        return rule;
    }

    private static List<Map<String, Object>> expectedRules(Case given) {
        List<Map<String, Object>> rules = new ArrayList<>(List.of(
                Map.of("Status", "Enabled", "AbortIncompleteMultipartUpload", Map.of("DaysAfterInitiation", 7L)),
                Map.of("Status", "Enabled", "Prefix", "~stored/", "ExpirationInDays", 1L)));
        if (given.expires()) {
            long days = Long.parseLong(given.setting("DerivativeDays"));
            rules.add(Map.of("Status", "Enabled", "TagFilters", List.of(TAG), "ExpirationInDays", days));
        }
        if (keepsVersions(given)) {
            rules.add(Map.of("Status", "Enabled", "NoncurrentVersionExpiration", Map.of("NoncurrentDays", 30L)));
        }
        return rules;
    }

    private static boolean printsLifecycleRules(Case given) {
        String printed = given.stack().outputs().get("BucketLifecycleRules");
        if (given.makesBucket()) {
            return printed == null;
        }
        String copies = """
                {"ID":"ExpireCopies","Status":"Enabled","Filter":{"Prefix":"~stored/"},"Expiration":{"Days":1}}""";
        String derivatives = """
                ,{"ID":"ExpireDerivatives","Status":"Enabled",
                "Filter":{"Tag":{"Key":"edgepix","Value":"derivative"}},"Expiration":{"Days":%s}}""".formatted(given.setting("DerivativeDays"));
        return JsonParser.parseString(String.valueOf(printed))
                .equals(JsonParser.parseString("[" + copies + (given.expires() ? derivatives : "") + "]"));
    }
}
