package io.edgepix.cloudformation;

import static io.edgepix.cloudformation.Requirement.FUNCTION;
import static io.edgepix.cloudformation.Requirement.VERSION;
import static io.edgepix.cloudformation.Requirement.has;
import static io.edgepix.cloudformation.Requirement.hasNo;
import static io.edgepix.cloudformation.Requirement.ofEach;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** Requirements of Lambda@Edge for the functions and their versions. */
final class FunctionRequirements {
    private FunctionRequirements() {}

    static Stream<Requirement> all() {
        return Stream.of(
                new Requirement(
                        "theStack_isRefusedOutsideOfUsEast1",
                        given -> given.with("AWS::Region", "eu-west-1").isRefused("us-east-1")),
                ofEach("aFunction_runsOnNodeOrPython", FUNCTION, FunctionRequirements::runsAtTheEdge),
                ofEach("aFunction_isForX86", FUNCTION, has(List.of("x86_64"), "Architectures")),
                ofEach("aFunction_hasTheHandlerOfThePackages", FUNCTION, has("index.handler", "Handler")),
                ofEach("noFunction_hasEnvironmentVariables", FUNCTION, hasNo("Environment")),
                ofEach("noFunction_hasLayers", FUNCTION, hasNo("Layers")),
                ofEach("noFunction_isInAVpc", FUNCTION, hasNo("VpcConfig")),
                ofEach("noFunction_isAnImage", FUNCTION, FunctionRequirements::isZip),
                ofEach("noFunction_hasADeadLetterQueue", FUNCTION, hasNo("DeadLetterConfig")),
                ofEach("noFunction_isTraced", FUNCTION, hasNo("TracingConfig")),
                ofEach("noFunction_hasReservedConcurrency", FUNCTION, hasNo("ReservedConcurrentExecutions")),
                ofEach("noVersion_hasProvisionedConcurrency", VERSION, hasNo("ProvisionedConcurrencyConfig")),
                ofEach("noFunction_hasMoreThan512MegabytesOfTmp", FUNCTION, FunctionRequirements::hasPlainTmp),
                ofEach("noFunction_hasAFixedName", FUNCTION, hasNo("FunctionName")),
                new Requirement(
                        "theViewerFunction_has128MegabytesAnd5Seconds",
                        given -> given.runsFunction() || isOf(given.stack(), "ViewerRequest", 128, 5)),
                originMemory(),
                ofEach("aReplicatedFunction_isNotDeletedWithTheStack", FUNCTION, FunctionRequirements::isRetained),
                ofEach("aVersion_isNotDeletedWithTheStack", VERSION, FunctionRequirements::isRetained),
                new Requirement("aVersion_isTiedToTheHashOfItsCode", FunctionRequirements::hashesAreTheParameters),
                new Requirement(
                        "theStack_hasOneViewerRequestFunction",
                        given -> given.runsFunction()
                                        == given.stack().resources().containsKey("ViewerRequestFunction")
                                && given.runsFunction()
                                        == !given.stack().resources().containsKey("ViewerRequest")),
                new Requirement("theCloudFrontFunction_isPublishedWithItsCode", FunctionRequirements::codeFits),
                new Requirement(
                        "otherMemory_isAnotherVersion",
                        given -> !given.with("OriginResponseMemory", "2048")
                                .stack()
                                .ofType(VERSION)
                                .equals(given.stack().ofType(VERSION))));
    }

    private static boolean runsAtTheEdge(Resource function) {
        Runtime runtime = Runtime.fromValue(String.valueOf(function.at("Runtime")));
        return runtime != Runtime.UNKNOWN_TO_SDK_VERSION
                && (runtime.toString().startsWith("nodejs")
                        || runtime.toString().startsWith("python"));
    }

    private static boolean isZip(Resource function) {
        return function.at("Code", "ImageUri") == null
                && function.at("PackageType") == null
                && "artifacts".equals(function.at("Code", "S3Bucket"));
    }

    private static boolean hasPlainTmp(Resource function) {
        Object size = function.at("EphemeralStorage", "Size");
        return size == null || (size instanceof Long megabytes && megabytes <= 512);
    }

    private static boolean isRetained(Resource resource) {
        return "Retain".equals(resource.attributes().get("DeletionPolicy"))
                && "Retain".equals(resource.attributes().get("UpdateReplacePolicy"));
    }

    private static Requirement originMemory() {
        return new Requirement(
                "theOriginFunction_hasTheMemoryOfTheParameterAnd30Seconds",
                given -> isOf(
                        given.stack(),
                        "OriginResponse",
                        Long.parseLong(given.value("OriginResponseMemory", "1769")),
                        30));
    }

    private static boolean isOf(Stack stack, String id, long megabytes, long seconds) {
        Resource function = stack.resources().get(id);
        return function != null
                && has(megabytes, "MemorySize").test(function)
                && has(seconds, "Timeout").test(function);
    }

    /** Tells whether a CloudFront Function goes live at once, on the runtime that selects origins. */
    static boolean codeFits(Case given) {
        return given.stack().ofType("AWS::CloudFront::Function").stream()
                .allMatch(function -> has(true, "AutoPublish").test(function)
                        && has("cloudfront-js-2.0", "FunctionConfig", "Runtime").test(function)
                        && has(placeholder(function), "FunctionCode").test(function));
    }

    private static String placeholder(Resource function) {
        return function.id().equals("ViewerRequestFunction")
                ? "${" + FunctionCode.VIEWER_REQUEST + "}"
                : "${" + FunctionCode.VIEWER_RESPONSE + "}";
    }

    private static boolean hashesAreTheParameters(Case given) {
        return given.stack().ofType(VERSION).stream()
                .allMatch(version -> has(given.value(version.id().replace("Version", "Sha256"), "none"), "CodeSha256")
                        .test(version));
    }
}
