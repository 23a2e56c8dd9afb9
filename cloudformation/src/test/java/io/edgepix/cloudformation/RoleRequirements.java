package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.FUNCTION;
import static io.edgepix.cloudformation.Requirement.LOG_GROUP;
import static io.edgepix.cloudformation.Requirement.ROLE;
import static io.edgepix.cloudformation.Requirement.ROLE_POLICY;
import static io.edgepix.cloudformation.Requirement.allows;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ofEach;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requirements for the permissions and logs of the functions. */
final class RoleRequirements {
    private static final List<String> LOGGING =
            List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
    /** All formats, in the order of the template. The tests of local-edge check that the list is complete. */
    private static final List<String> FORMATS = List.of("avif", "webp", "jpeg", "png", "gif");

    /** Examples of keys below the folder that the command and the worker write. */
    private static final List<String> JOB_OBJECTS = List.of(
            ".edgepix/jobs/20261129-1/job.json",
            ".edgepix/jobs/20261129-1/marker.json",
            ".edgepix/jobs/20261129-1/manifest.csv",
            ".edgepix/jobs/20261129-1/parts/00000001.json",
            ".edgepix/jobs/20261129-1/report/job-1/results/1.csv");

    private RoleRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                ofEach("aRole_trustsBothServices", ROLE, RoleRequirements::trustsBoth),
                new Requirement("aFunction_hasTheRoleOfItsName", RoleRequirements::rolesFit),
                new Requirement("logs_areKeptInTheGroupOfTheEdgeInUsEast1", RoleRequirements::groupsFit),
                new Requirement("aFunction_mayLogInEveryRegion", RoleRequirements::mayLog),
                new Requirement(
                        "theViewerFunction_hasNoOtherPermission",
                        given -> actions(given.stack(), "ViewerRequestRole").equals(Set.copyOf(LOGGING))),
                new Requirement(
                        "theOriginFunction_readsOriginals",
                        given -> isAllowed(given, "s3:GetObject", List.of(given.bucketArn() + "/*"))),
                new Requirement(
                        "theOriginFunction_listsSoThatAMissingOriginalIsA404",
                        given -> isAllowed(given, "s3:ListBucket", List.of(given.bucketArn()))),
                new Requirement(
                        "theOriginFunction_writesRequestsToTheQueue",
                        given -> FORMATS.stream()
                                .allMatch(format ->
                                        mayWrite(given, ".edgepix/requests/200x200/" + format + "/images/cat.jpg"))),
                new Requirement(
                        "theOriginFunction_writesNothingElseOfTheFolderOfEdgepix",
                        given -> JOB_OBJECTS.stream().noneMatch(key -> mayWrite(given, key))),
                new Requirement(
                        "theOriginFunction_writesDerivativesOnly",
                        given -> isAllowedOnDerivatives(given, "s3:PutObject")),
                new Requirement(
                        "theOriginFunction_deletesDerivativesOnly",
                        given -> isAllowedOnDerivatives(given, "s3:DeleteObject")),
                new Requirement(
                        "theOriginFunction_tagsExpiringDerivatives",
                        given -> !given.expires()
                                || actions(given.stack(), "OriginResponseRole").contains("s3:PutObjectTagging")),
                new Requirement("theOriginFunction_hasNoOtherPermission", RoleRequirements::hasLeastRights),
                new Requirement(
                        "theOriginFunction_usesTlsToS3",
                        given -> pictures(given.stack()).stream()
                                .allMatch(statement -> "true"
                                        .equals(Values.at(statement, "Condition", "Bool", "aws:SecureTransport")))));
    }

    private static boolean trustsBoth(Resource role) {
        Object statement = role.at("AssumeRolePolicyDocument", "Statement", "0");
        return Set.copyOf(Values.list(Values.at(statement, "Principal", "Service")))
                        .equals(Set.of("lambda.amazonaws.com", "edgelambda.amazonaws.com"))
                && "sts:AssumeRole".equals(Values.at(statement, "Action"));
    }

    private static boolean rolesFit(Case given) {
        return given.stack().ofType(FUNCTION).stream()
                .allMatch(
                        function -> has(ref(function.id() + "Role.Arn"), "Role").test(function));
    }

    private static boolean groupsFit(Case given) {
        long days = Long.parseLong(given.value("LogRetentionDays", "30"));
        Set<Object> names = given.stack().ofType(LOG_GROUP).stream()
                .filter(has(days, "RetentionInDays"))
                .map(group -> String.valueOf(group.at("LogGroupName")))
                .collect(Collectors.toSet());
        return names.equals(
                Set.of("/aws/lambda/us-east-1.${ViewerRequest}", "/aws/lambda/us-east-1.${OriginResponse}"));
    }

    private static boolean mayLog(Case given) {
        return Stream.of("ViewerRequest", "OriginResponse").allMatch(function -> {
            String group = "arn:aws:logs:*:123456789012:log-group:/aws/lambda/us-east-1." + ref(function);
            return statements(given.stack(), function + "Role").stream()
                    .anyMatch(statement -> allows(statement)
                            && LOGGING.equals(statement.get("Action"))
                            && List.of(group, group + ":*").equals(statement.get("Resource")));
        });
    }

    private static boolean isAllowed(Case given, String action, List<String> on) {
        return pictures(given.stack()).stream()
                .anyMatch(statement -> allows(statement)
                        && Values.list(statement.get("Action")).contains(action)
                        && Values.list(statement.get("Resource")).equals(on));
    }

    /** Tells whether the function may write an object. An asterisk of a policy matches slashes too. */
    private static boolean mayWrite(Case given, String key) {
        String arn = given.bucketArn() + "/" + key;
        return pictures(given.stack()).stream()
                .filter(statement -> allows(statement)
                        && Values.list(statement.get("Action")).contains("s3:PutObject"))
                .flatMap(statement -> Values.list(statement.get("Resource")).stream())
                .anyMatch(
                        resource -> arn.matches("\\Q" + String.valueOf(resource).replace("*", "\\E.*\\Q") + "\\E"));
    }

    private static boolean isAllowedOnDerivatives(Case given, String action) {
        return isAllowed(
                given,
                action,
                FORMATS.stream()
                        .map(format -> given.bucketArn() + "/*/" + format + "/*")
                        .toList());
    }

    private static boolean hasLeastRights(Case given) {
        Stream<String> tagging = given.expires() ? Stream.of("s3:PutObjectTagging") : Stream.empty();
        Set<String> least = Stream.of(
                        LOGGING.stream(),
                        Stream.of("s3:GetObject", "s3:ListBucket", "s3:PutObject", "s3:DeleteObject"),
                        tagging)
                .flatMap(actions -> actions)
                .collect(Collectors.toSet());
        return actions(given.stack(), "OriginResponseRole").stream().allMatch(least::contains)
                && pictures(given.stack()).size() == 3
                && given.stack().ofType(ROLE).stream().allMatch(RoleRequirements::hasNothingInline);
    }

    private static boolean hasNothingInline(Resource role) {
        return role.at("Policies") == null && role.at("ManagedPolicyArns") == null;
    }

    private static Set<Object> actions(Stack stack, String role) {
        return statements(stack, role).stream()
                .flatMap(statement -> Values.list(statement.get("Action")).stream())
                .collect(Collectors.toSet());
    }

    private static List<Map<String, Object>> statements(Stack stack, String role) {
        return stack.ofType(ROLE_POLICY).stream()
                .filter(has(ref(role), "RoleName"))
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .map(Values::map)
                .toList();
    }

    private static List<Map<String, Object>> pictures(Stack stack) {
        return statements(stack, "OriginResponseRole").stream()
                .filter(statement -> !LOGGING.equals(statement.get("Action")))
                .toList();
    }
}
