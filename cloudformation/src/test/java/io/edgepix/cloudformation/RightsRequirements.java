package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.ROLE_POLICY;
import static io.edgepix.cloudformation.Requirement.allows;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requirements for what the functions may do with pictures. */
final class RightsRequirements {
    private static final String PUT = "s3:PutObject";
    private static final String DELETE = "s3:DeleteObject";
    private static final String TAG = "s3:PutObjectTagging";
    private static final String KMS = "kms:";

    /** All formats. The tests of local-edge check that the list is complete. */
    private static final List<String> FORMATS = List.of("avif", "webp", "jpeg", "png", "gif");

    private static final List<String> SIZES =
            List.of("200x200", "1x", "x9", "9x16383", "3000x2000-cover-fp30x70-q60", "~stored/200x200", "~stored/x480");

    /** Examples of keys below the folder that the command and the worker write. */
    private static final List<String> JOB_OBJECTS = List.of(
            ".edgepix/jobs/20261129-1/job.json",
            ".edgepix/jobs/20261129-1/marker.json",
            ".edgepix/jobs/20261129-1/parts/00000001.json",
            ".edgepix/jobs/20261129-1/report/job-1/webp/1.csv",
            ".edgepix/requests.json");

    private RightsRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement("theFunction_readsOriginals", given -> may(given, "s3:GetObject", "images/cat.jpg")),
                new Requirement(
                        "theFunction_listsSoThatAMissingOriginalIsA404",
                        given -> pictures(given).stream()
                                .anyMatch(statement -> allows(statement)
                                        && "s3:ListBucket".equals(statement.get("Action"))
                                        && given.bucketArn().equals(statement.get("Resource")))),
                new Requirement(
                        "theFunction_writesDerivatives", given -> derivatives().allMatch(key -> may(given, PUT, key))),
                new Requirement(
                        "theFunction_deletesDerivatives",
                        given -> derivatives().allMatch(key -> may(given, DELETE, key))),
                new Requirement(
                        "theFunction_writesNoOriginals",
                        given -> Rights.ORIGINALS.stream()
                                .noneMatch(key -> may(given, PUT, key) || may(given, TAG, key))),
                new Requirement(
                        "theFunction_deletesNoOriginals",
                        given -> Rights.ORIGINALS.stream().noneMatch(key -> may(given, DELETE, key))),
                new Requirement(
                        "theFunction_writesRequestsToTheQueue",
                        given -> FORMATS.stream()
                                .allMatch(format ->
                                        may(given, PUT, ".edgepix/requests/200x200/" + format + "/images/cat.jpg"))),
                new Requirement(
                        "theFunction_marksItsAttempts",
                        given -> List.of(PUT, DELETE).stream()
                                .allMatch(
                                        action -> may(given, action, ".edgepix/attempts/200x200/avif/images/cat.jpg"))),
                new Requirement(
                        "theFunction_writesNothingElseOfTheFolderOfEdgepix",
                        given ->
                                JOB_OBJECTS.stream().noneMatch(key -> may(given, PUT, key) || may(given, DELETE, key))),
                new Requirement(
                        "theFunction_tagsExpiringDerivatives",
                        given -> given.expires() == may(given, TAG, "200x200/webp/images/cat.jpg")),
                new Requirement("theFunction_usesTheKeyForS3Alone", RightsRequirements::keyFits),
                new Requirement("theFunction_hasNoOtherRight", RightsRequirements::hasLeastRights),
                new Requirement(
                        "theFunction_usesTlsToS3",
                        given -> pictures(given).stream()
                                .filter(statement -> allows(statement) && !isKms(statement))
                                .allMatch(statement -> "true"
                                        .equals(Values.at(statement, "Condition", "Bool", "aws:SecureTransport")))));
    }

    private static Stream<String> derivatives() {
        return SIZES.stream().flatMap(size -> FORMATS.stream().map(format -> size + "/" + format + "/images/cat.jpg"));
    }

    private static boolean may(Case given, String action, String key) {
        return Rights.may(pictures(given), action, given.bucketArn() + "/" + key);
    }

    private static boolean keyFits(Case given) {
        String key = given.setting("KmsKeyArn");
        List<Map<String, Object>> found =
                pictures(given).stream().filter(RightsRequirements::isKms).toList();
        return key.isEmpty()
                ? found.isEmpty()
                : found.equals(List.of(Map.of(
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        "Resource",
                        key,
                        "Condition",
                        Map.of("StringLike", Map.of("kms:ViaService", "s3.*.amazonaws.com")))));
    }

    private static boolean hasLeastRights(Case given) {
        Set<Object> least = new HashSet<>(Set.of("s3:GetObject", "s3:ListBucket", PUT, DELETE));
        if (given.expires()) {
            least.add(TAG);
        }
        return pictures(given).stream()
                        .filter(statement -> allows(statement) && !isKms(statement))
                        .flatMap(statement -> Values.list(statement.get("Action")).stream())
                        .collect(Collectors.toSet())
                        .equals(least)
                && given.stack().ofType(Requirement.ROLE).stream()
                        .allMatch(role -> role.at("Policies") == null && role.at("ManagedPolicyArns") == null);
    }

    private static boolean isKms(Map<String, Object> statement) {
        return Values.list(statement.get("Action")).stream()
                .anyMatch(action -> String.valueOf(action).startsWith(KMS));
    }

    private static List<Map<String, Object>> pictures(Case given) {
        return given.stack().ofType(ROLE_POLICY).stream()
                .filter(has(ref(given.isRegional() ? "FunctionRole" : "OriginResponseRole"), "RoleName"))
                .filter(policy -> !has("log", "PolicyName").test(policy))
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .map(Values::map)
                .toList();
    }
}
