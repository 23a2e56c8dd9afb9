package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.PregenerateRequirements.ofResource;
import static io.edgepix.cloudformation.PregenerateRequirements.resource;
import static io.edgepix.cloudformation.RegionalRequirements.hasBig;
import static io.edgepix.cloudformation.RegionalRequirements.isBig;
import static io.edgepix.cloudformation.RegionalRequirements.ofEachFunction;
import static io.edgepix.cloudformation.Requirement.LOG_GROUP;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.ofEach;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** Requirements for the functions of the stack in one Region. */
final class RegionalFunctionRequirements {
    private RegionalFunctionRequirements() {}

    static Stream<Requirement> all() {
        return Stream.concat(functions(), operation());
    }

    private static Stream<Requirement> functions() {
        return Stream.of(
                ofEachFunction(
                        "aFunction_runsOnJava25",
                        (given, function) ->
                                has(Runtime.JAVA25.toString(), "Runtime").test(function)),
                ofEachFunction(
                        "aFunction_isForX86",
                        (given, function) ->
                                has(List.of("x86_64"), "Architectures").test(function)),
                ofEachFunction(
                        "aFunction_hasTheHandlerOfThePackage",
                        (given, function) -> has("io.edgepix.regional.RegionalHandler::handleRequest", "Handler")
                                        .test(function)
                                && has("regional.zip", "Code", "S3Key").test(function)),
                ofEachFunction(
                        "aFunction_hasTheMemoryOfTheParameter",
                        (given, function) -> has(
                                        number(given, isBig(function) ? "BigMemory" : "FunctionMemory"), "MemorySize")
                                .test(function)),
                new Requirement(
                        "aSecondFunction_isThereIfItHasMemory",
                        given -> given.stack().all().stream()
                                        .filter(resource -> !resource.type().equals("AWS::CloudWatch::Alarm"))
                                        .anyMatch(RegionalRequirements::isBig)
                                == hasBig(given)),
                ofEachFunction(
                        "aFunction_knowsItsBucketAndItsPart",
                        (given, function) -> has(variables(given, isBig(function)), "Environment", "Variables")
                                .test(function)));
    }

    private static Stream<Requirement> operation() {
        return Stream.of(
                ofEachFunction("theConcurrency_isThatOfTheParameter", (given, function) -> {
                    long reserved = number(given, isBig(function) ? "BigReservedConcurrency" : "ReservedConcurrency");
                    return has(reserved == 0 ? null : reserved, "ReservedConcurrentExecutions")
                            .test(function);
                }),
                ofEachFunction(
                        "aFunction_hasTheRole",
                        (given, function) -> has("${FunctionRole.Arn}", "Role").test(function)),
                ofResource("theRole_isForLambdaAlone", "FunctionRole", RegionalFunctionRequirements::trustsLambda),
                new Requirement(
                        "theBoundary_isThatOfTheParameter",
                        given -> Objects.equals(
                                resource(given, "FunctionRole").at("PermissionsBoundary"),
                                given.parameters().get("PermissionsBoundaryArn"))),
                new Requirement(
                        "aFunction_logsToItsGroup",
                        given -> RegionalRequirements.functions(given).stream()
                                .allMatch(id -> has("${" + id + "Log}", "LoggingConfig", "LogGroup")
                                        .test(resource(given, id.equals("Big") ? "BigFunction" : id)))),
                new Requirement("theRole_mayLogToBothGroups", RegionalFunctionRequirements::mayLog),
                new Requirement(
                        "logs_areKeptForTheDaysOfTheParameter",
                        given -> ofEach("", LOG_GROUP, has(number(given, "LogRetentionDays"), "RetentionInDays"))
                                .isMet()
                                .test(given)),
                ofEach("logs_outliveTheStack", LOG_GROUP, RoleRequirements::isRetained),
                new Requirement("errorsAndThrottles_areAlarmsIfThereIsATopic", RegionalFunctionRequirements::alarmsFit),
                new Requirement("outputs_nameTheFunctionsAndTheirLogs", RegionalFunctionRequirements::outputsFit));
    }

    private static Long number(Case given, String parameter) {
        return Long.valueOf(given.setting(parameter));
    }

    private static Map<String, Object> variables(Case given, boolean isBig) {
        String region = given.makesBucket() || given.setting("BucketRegion").isEmpty()
                ? given.value("AWS::Region", "")
                : given.setting("BucketRegion");
        boolean hasGroup = List.of("none", "premium").contains(given.setting("Plan"));
        return Map.of(
                "EDGEPIX_BUCKET",
                given.makesBucket() ? "${Bucket}" : Case.BUCKET,
                "EDGEPIX_BUCKET_REGION",
                region,
                "EDGEPIX_ROLE",
                isBig ? "big" : "first",
                "EDGEPIX_HAS_BIG",
                String.valueOf(hasBig(given)),
                "EDGEPIX_LOOKS_IN_S3",
                String.valueOf(isBig || !hasGroup),
                "JAVA_TOOL_OPTIONS",
                "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR");
    }

    private static boolean trustsLambda(Resource role) {
        return has(
                        List.of(Map.of(
                                "Effect",
                                "Allow",
                                "Principal",
                                Map.of("Service", "lambda.amazonaws.com"),
                                "Action",
                                "sts:AssumeRole")),
                        "AssumeRolePolicyDocument",
                        "Statement")
                .test(role);
    }

    private static boolean mayLog(Case given) {
        List<String> groups = RegionalRequirements.functions(given).stream()
                .map(id -> "${" + id + "Log.Arn}")
                .toList();
        return has(
                        List.of(Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                                "Resource",
                                groups)),
                        "PolicyDocument",
                        "Statement")
                .test(resource(given, "FunctionLogging"));
    }

    private static boolean alarmsFit(Case given) {
        String topic = given.setting("AlarmTopicArn");
        if (topic.isEmpty()) {
            return given.stack().ofType("AWS::CloudWatch::Alarm").isEmpty();
        }
        return RegionalRequirements.functions(given).stream()
                .allMatch(id -> Stream.of("Errors", "Throttles").allMatch(metric -> {
                    Resource alarm = resource(given, id + metric);
                    return has(metric, "MetricName").test(alarm)
                            && has(0L, "Threshold").test(alarm)
                            && has("GreaterThanThreshold", "ComparisonOperator").test(alarm)
                            && has(List.of(topic), "AlarmActions").test(alarm)
                            && AlarmRequirements.watches(
                                    alarm, "FunctionName", "${" + (id.equals("Big") ? "BigFunction" : id) + "}");
                }));
    }

    private static boolean outputsFit(Case given) {
        Map<String, String> outputs = given.stack().outputs();
        return "${Function}".equals(outputs.get("Function"))
                && "https://${FunctionUrl.FunctionUrl}/".equals(outputs.get("FunctionUrl"))
                && Objects.equals(hasBig(given) ? "${BigFunction}" : null, outputs.get("BigFunction"))
                && (hasBig(given) ? "${FunctionLog},${BigLog}" : "${FunctionLog}").equals(outputs.get("LogGroups"));
    }
}
