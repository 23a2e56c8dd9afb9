package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Demand.FUNCTION;
import static io.edgepix.cloudformation.Demand.LOG_GROUP;
import static io.edgepix.cloudformation.Demand.ROLE;
import static io.edgepix.cloudformation.Demand.ROLE_POLICY;
import static io.edgepix.cloudformation.Demand.allows;
import static io.edgepix.cloudformation.Demand.has;
import static io.edgepix.cloudformation.Demand.ofEach;
import static io.edgepix.cloudformation.Demand.ref;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the functions may do, and where they log. */
final class RoleDemands {
    private static final List<String> LOGGING =
            List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
    /** In the order of the template. That there are no more of them is for the tests of what knows the formats. */
    private static final List<String> FORMATS = List.of("avif", "webp", "jpeg", "png", "gif");

    private RoleDemands() {}

    static Stream<Demand> all() {
        return Stream.of(
                ofEach("aRole_trustsBothServices", ROLE, RoleDemands::trustsBoth),
                new Demand("aFunction_hasTheRoleOfItsName", RoleDemands::rolesFit),
                new Demand("logs_areKeptInTheGroupThatTheEdgeOfUsEast1WritesTo", RoleDemands::groupsFit),
                new Demand("aFunction_mayLogInEveryRegion", RoleDemands::mayLog),
                new Demand(
                        "theViewerFunction_mayDoNothingElse",
                        given -> actions(given.stack(), "ViewerRequestRole").equals(Set.copyOf(LOGGING))),
                new Demand(
                        "theOriginFunction_readsOriginals",
                        given -> isAllowed(given, "s3:GetObject", List.of(given.bucketArn() + "/*"))),
                new Demand(
                        "theOriginFunction_listsSoThatAMissingOriginalIsA404",
                        given -> isAllowed(given, "s3:ListBucket", List.of(given.bucketArn()))),
                new Demand(
                        "theOriginFunction_writesDerivativesOnly",
                        given -> isAllowedOnDerivatives(given, "s3:PutObject")),
                new Demand(
                        "theOriginFunction_deletesDerivativesOnly",
                        given -> isAllowedOnDerivatives(given, "s3:DeleteObject")),
                new Demand(
                        "theOriginFunction_tagsWhatExpires",
                        given -> !given.expires()
                                || actions(given.stack(), "OriginResponseRole").contains("s3:PutObjectTagging")),
                new Demand("theOriginFunction_mayDoNothingElse", RoleDemands::hasLeastRights),
                new Demand(
                        "theOriginFunction_speaksTlsToS3",
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
                && given.stack().ofType(ROLE).stream().allMatch(RoleDemands::hasNothingInline);
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
