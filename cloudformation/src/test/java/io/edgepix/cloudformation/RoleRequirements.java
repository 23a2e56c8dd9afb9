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

    private RoleRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                ofEach("aRole_trustsBothServices", ROLE, RoleRequirements::trustsBoth),
                new Requirement("aFunction_hasTheRoleOfItsName", RoleRequirements::rolesFit),
                new Requirement("logs_areKeptInTheGroupOfTheEdgeInUsEast1", RoleRequirements::groupsFit),
                new Requirement("aFunction_mayLogInEveryRegion", RoleRequirements::mayLog),
                new Requirement(
                        "theViewerFunction_hasNoOtherPermission",
                        given -> given.runsFunction()
                                || actions(given.stack(), "ViewerRequestRole").equals(Set.copyOf(LOGGING))),
                new Requirement(
                        "theBoundary_isThatOfTheParameter",
                        given -> ofEach(
                                        "",
                                        ROLE,
                                        has(given.parameters().get("PermissionsBoundaryArn"), "PermissionsBoundary"))
                                .isMet()
                                .test(given)),
                ofEach("logs_outliveTheStack", LOG_GROUP, RoleRequirements::isRetained));
    }

    static boolean isRetained(Resource resource) {
        return "Retain".equals(resource.attributes().get("DeletionPolicy"))
                && "Retain".equals(resource.attributes().get("UpdateReplacePolicy"));
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
        return names.equals(functions(given)
                .map(function -> "/aws/lambda/us-east-1." + ref(function))
                .collect(Collectors.toSet()));
    }

    private static Stream<String> functions(Case given) {
        return given.runsFunction() ? Stream.of("OriginResponse") : Stream.of("ViewerRequest", "OriginResponse");
    }

    private static boolean mayLog(Case given) {
        return functions(given).allMatch(function -> {
            String group = "arn:aws:logs:*:123456789012:log-group:/aws/lambda/us-east-1." + ref(function);
            return statements(given.stack(), function + "Role").stream()
                    .anyMatch(statement -> allows(statement)
                            && LOGGING.equals(statement.get("Action"))
                            && List.of(group, group + ":*").equals(statement.get("Resource")));
        });
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
}
