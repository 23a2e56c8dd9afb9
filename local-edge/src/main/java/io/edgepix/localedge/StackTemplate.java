package io.edgepix.localedge;

import io.edgepix.cloudformation.FunctionCode;
import io.edgepix.cloudformation.Template;
import io.edgepix.configuration.Config;
import io.edgepix.viewerrequest.function.CloudFrontFunctions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The template of a stack, with the code of its CloudFront Functions, and the parameters of a configuration. */
final class StackTemplate {
    private static final String WEB_ACL =
            "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edgepix/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";

    private StackTemplate() {}

    /**
     * Returns the settings for a stack.
     *
     * @throws io.edgepix.viewerrequest.function.FunctionException if a CloudFront Function cannot do what the
     *     configuration asks for
     */
    static EdgeSettings.Stack of(LocalStack stack, Config config) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("CorsOrigins", String.join(",", config.offer().cors().origins()));
        parameters.put("PrivatePrefix", config.documents().privatePrefix());
        if (!stack.isRegional()) {
            return new EdgeSettings.Stack(Template.edgepix(), Map.copyOf(parameters));
        }
        parameters.put(
                "ContentSecurityPolicy",
                config.headers().contentSecurityPolicy().orElse(""));
        parameters.put("ViewerRequestType", stack.viewerRequest().name().toLowerCase(Locale.ROOT));
        parameters.put("Plan", stack.plan().token());
        if (stack.plan() != LocalStack.Plan.NONE) {
            parameters.put("WebAclArn", WEB_ACL);
        }
        return new EdgeSettings.Stack(regional(stack, config), Map.copyOf(parameters));
    }

    private static Template regional(LocalStack stack, Config config) {
        if (stack.viewerRequest() == LocalStack.ViewerRequestType.EDGE) {
            return Template.regional();
        }
        Map<String, String> code = Map.of(
                FunctionCode.VIEWER_REQUEST,
                CloudFrontFunctions.viewerRequest(config.offer(), stack.hasOriginGroup()),
                FunctionCode.VIEWER_RESPONSE,
                CloudFrontFunctions.viewerResponse(
                        config.offer().cors(),
                        config.headers().contentSecurityPolicy().orElse("")));
        return Template.parse(FunctionCode.insert(Template.regional().text(), code));
    }
}
