package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.RegionalRequirements.ofEachFunction;
import static io.edgepix.cloudformation.Requirement.has;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requirements for the function URLs, which only the distribution may call. */
final class FunctionUrlRequirements {
    private static final String PERMISSION = "AWS::Lambda::Permission";

    private FunctionUrlRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                ofEachFunction(
                        "aFunctionUrl_isThatOfTheAlias",
                        "Url",
                        (given, url) -> has("live", "Qualifier").test(url)
                                && has(
                                                url.id().equals("BigUrl") ? "${BigFunction}" : "${Function}",
                                                "TargetFunctionArn")
                                        .test(url)
                                && (url.id().equals("BigUrl") ? "BigAlias" : "FunctionAlias")
                                        .equals(url.attributes().get("DependsOn"))),
                ofEachFunction(
                        "aFunctionUrl_demandsASignature",
                        "Url",
                        (given, url) -> has("AWS_IAM", "AuthType").test(url)
                                && has(null, "Cors").test(url)),
                new Requirement("onlyTheDistribution_callsAFunctionUrl", FunctionUrlRequirements::permissionsFit),
                new Requirement(
                        "theControl_signsEachRequestToTheFunctions",
                        given -> given.stack().ofType("AWS::CloudFront::OriginAccessControl").stream()
                                .filter(control -> control.id().equals("FunctionAccessControl"))
                                .allMatch(control -> AccessRequirements.signs(control, "lambda"))));
    }

    /** Lambda demands two permissions for each URL since October 2025. */
    private static boolean permissionsFit(Case given) {
        Set<Map<String, Object>> expected = RegionalRequirements.functions(given).stream()
                .flatMap(id -> Stream.of(urlPermission(id), permission(id)))
                .collect(Collectors.toSet());
        List<Resource> found = given.stack().ofType(PERMISSION);
        return found.size() == expected.size()
                && found.stream()
                        .map(Resource::properties)
                        .collect(Collectors.toSet())
                        .equals(expected);
    }

    private static Map<String, Object> urlPermission(String id) {
        return Map.of(
                "FunctionName",
                "${" + id + "Alias}",
                "Action",
                "lambda:InvokeFunctionUrl",
                "Principal",
                "cloudfront.amazonaws.com",
                "FunctionUrlAuthType",
                "AWS_IAM",
                "SourceArn",
                AccessRequirements.DISTRIBUTION_ARN);
    }

    private static Map<String, Object> permission(String id) {
        return Map.of(
                "FunctionName",
                "${" + id + "Alias}",
                "Action",
                "lambda:InvokeFunction",
                "Principal",
                "cloudfront.amazonaws.com",
                "InvokedViaFunctionUrl",
                true,
                "SourceArn",
                AccessRequirements.DISTRIBUTION_ARN);
    }
}
