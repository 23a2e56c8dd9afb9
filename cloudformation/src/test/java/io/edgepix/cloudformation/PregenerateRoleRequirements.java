package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.ROLE;
import static io.edgepix.cloudformation.Requirement.ROLE_POLICY;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ref;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requirements for the rights of the roles in the pregenerate stack: exactly those that are needed. */
final class PregenerateRoleRequirements {
    private static final String ACCOUNT = "123456789012";
    private static final String ARN = "arn:aws:s3:::" + PregenerateCases.BUCKET;
    private static final List<String> FORMATS = List.of("avif", "webp", "jpeg", "png", "gif");
    private static final List<String> TAKE_MESSAGES =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes");
    private static final List<String> LOG = List.of("logs:CreateLogStream", "logs:PutLogEvents");
    private static final Map<String, String> SERVICES = Map.of(
            "FunctionRole", "lambda.amazonaws.com",
            "BatchRole", "batchoperations.s3.amazonaws.com",
            "ContainerRole", "ecs-tasks.amazonaws.com",
            "ContainerStartRole", "ecs-tasks.amazonaws.com");

    /** Actions on resources. */
    private record Right(Set<Object> actions, Set<Object> resources) {
        static Right of(List<?> actions, List<?> resources) {
            return new Right(Set.copyOf(actions), Set.copyOf(resources));
        }

        static Right of(Map<String, Object> statement) {
            return of(Values.list(statement.get("Action")), Values.list(statement.get("Resource")));
        }
    }

    private PregenerateRoleRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement("aRole_trustsItsServiceOnly", PregenerateRoleRequirements::trustFits),
                new Requirement(
                        "noRole_hasFurtherPolicies",
                        given -> given.stack().ofType(ROLE).stream()
                                .allMatch(role -> role.at("Policies") == null && role.at("ManagedPolicyArns") == null)),
                new Requirement(
                        "everyRole_hasTheBoundaryOfTheParameter",
                        given -> given.stack().ofType(ROLE).stream()
                                .allMatch(role -> Objects.equals(
                                        role.at("PermissionsBoundary"),
                                        given.parameters().get("PermissionsBoundaryArn")))),
                new Requirement(
                        "theFunction_hasTheLeastRights",
                        given -> rights(given, "FunctionRole").equals(ofFunction(given))),
                new Requirement(
                        "theContainer_hasTheLeastRights",
                        given -> !PregenerateCases.hasContainer(given)
                                || rights(given, "ContainerRole").equals(ofContainer(given))),
                new Requirement(
                        "theStartOfAContainer_hasTheLeastRights",
                        given -> !PregenerateCases.hasContainer(given)
                                || rights(given, "ContainerStartRole").equals(ofStart())),
                new Requirement(
                        "batchOperations_haveTheLeastRights",
                        given -> rights(given, "BatchRole").equals(ofBatch())),
                new Requirement("theWorkers_writeNoOriginals", PregenerateRoleRequirements::writeNoOriginals),
                new Requirement("theWorkers_writeWhatTheirRightsAllow", PregenerateRoleRequirements::writeTheirs),
                new Requirement(
                        "theWorkers_useTlsToS3",
                        given -> statements(given, "FunctionRole").stream()
                                .filter(statement -> Requirement.allows(statement)
                                        && Right.of(statement)
                                                .actions()
                                                .toString()
                                                .contains("s3:"))
                                .allMatch(statement -> "true"
                                        .equals(Values.at(statement, "Condition", "Bool", "aws:SecureTransport")))));
    }

    private static boolean trustFits(Case given) {
        return given.stack().ofType(ROLE).stream().allMatch(role -> {
            Object statement = role.at("AssumeRolePolicyDocument", "Statement", "0");
            boolean confined = !role.id().startsWith("Container")
                    || ACCOUNT.equals(Values.at(statement, "Condition", "StringEquals", "aws:SourceAccount"));
            return confined
                    && Map.of("Service", String.valueOf(SERVICES.get(role.id())))
                            .equals(Values.at(statement, "Principal"))
                    && "sts:AssumeRole".equals(Values.at(statement, "Action"));
        });
    }

    private static Set<Right> ofFunction(Case given) {
        Set<Right> rights = pictures(given);
        rights.add(Right.of(LOG, List.of("${FunctionLog.Arn}")));
        rights.add(Right.of(TAKE_MESSAGES, List.of("${Queue.Arn}")));
        List<String> sends = new ArrayList<>(toQueues(given));
        sends.add("${Queue.Arn}");
        if (PregenerateCases.hasContainer(given)) {
            sends.add("${HeavyQueue.Arn}");
        }
        rights.add(Right.of(List.of("sqs:SendMessage"), sends));
        return rights;
    }

    private static Set<Right> ofContainer(Case given) {
        Set<Right> rights = pictures(given);
        rights.add(Right.of(TAKE_MESSAGES, List.of("${HeavyQueue.Arn}")));
        rights.add(Right.of(List.of("sqs:SendMessage"), toQueues(given)));
        return rights;
    }

    /** Returns the queues to which both workers send. */
    private static List<String> toQueues(Case given) {
        return PregenerateCases.hasResults(given)
                ? List.of("${DeadLetterQueue.Arn}", "${Results.Arn}")
                : List.of("${DeadLetterQueue.Arn}");
    }

    private static Set<Right> pictures(Case given) {
        boolean expires = !given.value("DerivativeDays", "0").equals("0");
        String copies = given.value("CopiesBucket", "");
        String distribution = given.value("DistributionId", "");
        Set<Right> rights = new HashSet<>();
        rights.add(Right.of(List.of("s3:GetObject"), List.of(ARN + "/*")));
        rights.add(Right.of(List.of("s3:ListBucket"), List.of(ARN)));
        rights.add(Right.of(
                writing(expires, "s3:PutObject", "s3:DeleteObject"),
                FORMATS.stream().map(format -> ARN + "/*x*/" + format + "/*").toList()));
        rights.add(Right.of(List.of("s3:DeleteObject"), List.of(ARN + "/.edgepix/requests/*")));
        rights.add(Right.of(List.of("s3:PutObject"), List.of(ARN + "/.edgepix/jobs/*/parts/*")));
        if (PregenerateCases.hasDocuments(given)) {
            rights.add(Right.of(List.of("s3:PutObject"), List.of(ARN + "/invoices/2026/*.pdf")));
        }
        if (!copies.isEmpty()) {
            rights.add(Right.of(
                    writing(expires, "s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
                    List.of("arn:aws:s3:::" + copies + "/*")));
            rights.add(Right.of(List.of("s3:ListBucket"), List.of("arn:aws:s3:::" + copies)));
        }
        if (!distribution.isEmpty()) {
            rights.add(Right.of(
                    List.of("cloudfront:CreateInvalidation"),
                    List.of("arn:aws:cloudfront::" + ACCOUNT + ":distribution/" + distribution)));
        }
        return rights;
    }

    private static List<String> writing(boolean expires, String... actions) {
        List<String> all = new ArrayList<>(List.of(actions));
        if (expires) {
            all.add("s3:PutObjectTagging");
        }
        return all;
    }

    private static Set<Right> ofStart() {
        return Set.of(
                Right.of(LOG, List.of("${ContainerLog.Arn}")),
                Right.of(List.of("ecr:GetAuthorizationToken"), List.of("*")),
                Right.of(
                        List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
                        List.of("arn:aws:ecr:*:" + ACCOUNT + ":repository/*")));
    }

    private static Set<Right> ofBatch() {
        return Set.of(
                Right.of(List.of("lambda:InvokeFunction"), List.of("${FunctionAlias}")),
                Right.of(List.of("s3:GetObject", "s3:GetObjectVersion"), List.of(ARN + "/.edgepix/jobs/*")),
                Right.of(List.of("s3:PutObject"), List.of(ARN + "/.edgepix/jobs/*/report/*")));
    }

    private static boolean writeNoOriginals(Case given) {
        List<Map<String, Object>> statements = statements(given, "FunctionRole");
        return Rights.ORIGINALS.stream()
                .map(key -> ARN + "/" + key)
                .noneMatch(arn ->
                        Rights.may(statements, "s3:PutObject", arn) || Rights.may(statements, "s3:DeleteObject", arn));
    }

    private static boolean writeTheirs(Case given) {
        List<Map<String, Object>> statements = statements(given, "FunctionRole");
        String copies = given.value("CopiesBucket", "");
        return Stream.of("200x200/webp/cat.jpg", "x480-q60/avif/a/cat.jpg", "~stored/1x1/png/cat.jpg")
                        .map(key -> ARN + "/" + key)
                        .allMatch(arn -> Rights.may(statements, "s3:PutObject", arn)
                                && Rights.may(statements, "s3:DeleteObject", arn))
                && Rights.may(statements, "s3:DeleteObject", ARN + "/.edgepix/requests/200x200/webp/cat.jpg")
                && Rights.may(statements, "s3:PutObject", ARN + "/.edgepix/jobs/1/parts/1.json")
                && PregenerateCases.hasDocuments(given)
                        == Rights.may(statements, "s3:PutObject", ARN + "/invoices/2026/a/1.pdf")
                && (copies.isEmpty()
                        || Rights.may(statements, "s3:PutObject", "arn:aws:s3:::" + copies + "/images/cat.jpg"));
    }

    private static Set<Right> rights(Case given, String role) {
        return statements(given, role).stream()
                .filter(Requirement::allows)
                .map(Right::of)
                .collect(Collectors.toSet());
    }

    private static List<Map<String, Object>> statements(Case given, String role) {
        Stream<Resource> own = given.stack().ofType(ROLE_POLICY).stream().filter(has(ref(role), "RoleName"));
        Stream<Resource> shared = given.stack().ofType("AWS::IAM::Policy").stream()
                .filter(policy -> Values.list(policy.at("Roles")).contains(ref(role)));
        return Stream.concat(own, shared)
                .flatMap(policy -> Values.list(policy.at("PolicyDocument", "Statement")).stream())
                .map(Values::map)
                .toList();
    }
}
