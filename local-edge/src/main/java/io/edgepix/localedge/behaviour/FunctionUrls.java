package io.edgepix.localedge.behaviour;

import io.edgepix.cloudformation.Resource;
import io.edgepix.cloudformation.Template;
import io.edgepix.cloudformation.Values;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the function URLs of a template, and who may call them. */
final class FunctionUrls {
    private static final String URL = "AWS::Lambda::Url";
    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String CLOUDFRONT = "cloudfront.amazonaws.com";
    private static final String DISTRIBUTION = ":distribution/${Distribution}";

    /** A function, and the qualifier by which it is called: empty for its newest code. */
    private record Callee(Resource function, String qualifier) {}

    private final References references;

    FunctionUrls(References references) {
        this.references = references;
    }

    /** Returns the URLs that a template's references to its function URLs stand for. */
    static Map<String, String> known(Template template) {
        Map<String, String> known = new HashMap<>();
        template.section("Resources").forEach((id, declaration) -> {
            if (URL.equals(Values.at(declaration, "Type"))) {
                known.put(id + ".FunctionUrl", "https://" + domain(id) + "/");
            }
        });
        return known;
    }

    private static String domain(String id) {
        return id.toLowerCase(Locale.ROOT) + ".lambda-url." + Origins.REGION + ".on.aws";
    }

    Optional<Resource> of(String domain) {
        return references.stack().ofType(URL).stream()
                .filter(url -> domain(url.id()).equals(domain))
                .findFirst();
    }

    Resource function(Resource url) {
        return callee(url).function();
    }

    boolean demandsSignature(Resource url) {
        return "AWS_IAM".equals(url.at("AuthType"));
    }

    /** Tells whether CloudFront has both permissions that AWS demands for the calls of this distribution. */
    boolean isPermitted(Resource url) {
        Callee callee = callee(url);
        return references.stack().ofType("AWS::Lambda::Permission").stream()
                        .filter(permission -> permits(permission, callee))
                        .map(permission -> action(permission))
                        .distinct()
                        .count()
                == 2;
    }

    private boolean permits(Resource permission, Callee callee) {
        return CLOUDFRONT.equals(permission.at("Principal"))
                && String.valueOf(permission.at("SourceArn")).endsWith(DISTRIBUTION)
                && !action(permission).isEmpty()
                && callee.equals(callee(permission.at("FunctionName"), null));
    }

    /** Returns the action that a permission gives to callers of the URL; empty for others. */
    private static String action(Resource permission) {
        return switch (String.valueOf(permission.at("Action"))) {
            case "lambda:InvokeFunctionUrl" -> "url";
            case "lambda:InvokeFunction" ->
                Boolean.TRUE.equals(permission.at("InvokedViaFunctionUrl")) ? "function" : "";
            default -> "";
        };
    }

    private Callee callee(Resource url) {
        return callee(url.at("TargetFunctionArn"), url.at("Qualifier"));
    }

    private Callee callee(@Nullable Object reference, @Nullable Object qualifier) {
        Optional<Resource> alias = references.find("AWS::Lambda::Alias", reference);
        if (alias.isPresent()) {
            return callee(alias.get().at("FunctionName"), alias.get().at("Name"));
        }
        Resource function = references
                .findByAttribute(FUNCTION, "Arn", reference)
                .orElseGet(() -> references.to(FUNCTION, reference));
        return new Callee(function, qualifier == null ? "" : String.valueOf(qualifier));
    }

    FunctionOrigin.Code code(Resource url) {
        Resource function = callee(url).function();
        Map<String, String> environment = new TreeMap<>();
        Values.map(function.at("Environment", "Variables"))
                .forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return new FunctionOrigin.Code(
                String.valueOf(function.at("Code", "S3Key")),
                String.valueOf(function.at("Handler")),
                Map.copyOf(environment),
                (int) References.number(function.at("MemorySize")),
                Duration.ofSeconds(References.number(function.at("Timeout"))));
    }
}
