package io.edgepix.cloudformation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template for given packages. The logical id of each version ends in the hash of its code, because CloudFormation
 * publishes a version only for a new id. Values from the packages are the defaults of parameters.
 */
public final class ResolvedTemplate {
    private static final int HASH_BYTES_IN_ID = 8;

    private ResolvedTemplate() {}

    /**
     * Resolves the template of the distribution. Keeps its comments and its order.
     *
     * @param viewerRequest the SHA-256 of viewer-request.zip, 32 bytes
     * @param originResponse the SHA-256 of origin-response.zip, 32 bytes
     * @param config the SHA-256 of edgepix.json, 32 bytes
     * @param derivativeDays the days until derivatives expire, 0 for never
     * @param corsOrigins the origins whose pages may read pictures, separated by commas; {@code *} for all, empty for
     *     none
     * @param privatePrefix the folder that viewers may not read; empty for none
     * @throws TemplateException if the template lacks a part that has to be resolved
     */
    public static String text(
            Template source,
            byte[] viewerRequest,
            byte[] originResponse,
            byte[] config,
            int derivativeDays,
            String corsOrigins,
            String privatePrefix) {
        Map<String, String> ids = Map.of(
                "ViewerRequestVersion", "ViewerRequestVersion" + shortHash(viewerRequest),
                "OriginResponseVersion", "OriginResponseVersion" + shortHash(originResponse));
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("ViewerRequestSha256", Base64.getEncoder().encodeToString(viewerRequest));
        defaults.put("OriginResponseSha256", Base64.getEncoder().encodeToString(originResponse));
        defaults.put("ConfigSha256", hex(config, 32));
        defaults.put("DerivativeDays", (long) derivativeDays);
        defaults.put("CorsOrigins", corsOrigins);
        defaults.put("PrivatePrefix", privatePrefix);
        return resolved(source, ids, defaults);
    }

    /**
     * Resolves the template of the stack in one Region. Keeps its comments and its order. The code of its CloudFront
     * Functions is not part of it; see {@link FunctionCode}.
     *
     * @param regional the SHA-256 of regional.zip, 32 bytes
     * @param config the SHA-256 of edgepix.json, 32 bytes
     * @param derivativeDays the days until derivatives expire, 0 for never
     * @param corsOrigins the origins whose pages may read pictures, as in {@link #text}
     * @param contentSecurityPolicy the policy of documents, empty for none
     * @param privatePrefix the folder that viewers may not read; empty for none
     * @throws TemplateException if the template lacks a part that has to be resolved
     */
    public static String regional(
            Template source,
            byte[] regional,
            byte[] config,
            int derivativeDays,
            String corsOrigins,
            String contentSecurityPolicy,
            String privatePrefix) {
        Map<String, String> ids = Map.of(
                "PublishedVersion", "PublishedVersion" + shortHash(regional),
                "PublishedBigVersion", "PublishedBigVersion" + shortHash(regional));
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("RegionalSha256", Base64.getEncoder().encodeToString(regional));
        defaults.put("ConfigSha256", hex(config, 32));
        defaults.put("DerivativeDays", (long) derivativeDays);
        defaults.put("CorsOrigins", corsOrigins);
        defaults.put("PrivatePrefix", privatePrefix);
        defaults.put("ContentSecurityPolicy", contentSecurityPolicy);
        return resolved(source, ids, defaults);
    }

    /**
     * Resolves the template of the pregenerate stack. Keeps its comments and its order.
     *
     * @param pregenerate the SHA-256 of pregenerate.zip, 32 bytes
     * @param derivativeDays the days until derivatives expire, 0 for never
     * @param prefix the prefix of originals, as in {@code edgepix.json}
     * @param copiesBucket the bucket for copies, as in {@code edgepix.json}; empty for none
     * @param documentPrefix the folder for documents, as in {@code edgepix.json}; empty for none
     * @throws TemplateException if the template lacks a part that has to be resolved
     */
    public static String pregenerate(
            Template source,
            byte[] pregenerate,
            int derivativeDays,
            String prefix,
            String copiesBucket,
            String documentPrefix) {
        Map<String, String> ids = Map.of("PublishedVersion", "PublishedVersion" + shortHash(pregenerate));
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("PregenerateSha256", Base64.getEncoder().encodeToString(pregenerate));
        defaults.put("DerivativeDays", (long) derivativeDays);
        // S3 expects the prefixes of filters in the form of a query. Slashes may stay, and are readable.
        defaults.put(
                "NotificationPrefix",
                URLEncoder.encode(prefix, StandardCharsets.UTF_8).replace("%2F", "/"));
        defaults.put("CopiesBucket", copiesBucket);
        defaults.put("DocumentPrefix", documentPrefix);
        return resolved(source, ids, defaults);
    }

    private static String resolved(Template source, Map<String, String> ids, Map<String, Object> defaults) {
        String text = withDefaults(renamed(source.text(), ids), defaults);
        check(source, Template.parse(text), ids, defaults);
        return text;
    }

    private static String shortHash(byte[] sha256) {
        return hex(sha256, HASH_BYTES_IN_ID);
    }

    private static String hex(byte[] sha256, int bytes) {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("Expected a SHA-256 of 32 bytes, got " + sha256.length);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(sha256, bytes));
    }

    private static String renamed(String text, Map<String, String> ids) {
        String renamed = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            renamed = renamed.replaceAll("\\b" + id.getKey() + "\\b", id.getValue());
        }
        return renamed;
    }

    private static String withDefaults(String text, Map<String, Object> defaults) {
        String changed = text;
        for (Map.Entry<String, Object> entry : defaults.entrySet()) {
            changed = withDefault(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    /** Sets the default of a parameter. The lines of the parameter have a deeper indent than its name. */
    private static String withDefault(String text, String parameter, Object value) {
        Matcher block =
                Pattern.compile("(?m)^  " + parameter + ":\\n((?:    .*\\n)+)").matcher(text);
        if (!block.find()) {
            throw new TemplateException("The template has no parameter " + parameter + ".");
        }
        String others = block.group(1).replaceFirst("(?m)^    Default:.*\\n", "");
        String literal = value instanceof String string ? quoted(string) : String.valueOf(value);
        String lines = "  " + parameter + ":\n" + others + "    Default: " + literal + "\n";
        return text.substring(0, block.start()) + lines + text.substring(block.end());
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Reads the template again and compares the values, because the text was edited without parsing it. */
    private static void check(
            Template source, Template resolved, Map<String, String> ids, Map<String, Object> defaults) {
        Map<String, Object> parameters = source.section("Parameters");
        defaults.forEach((name, value) -> {
            Map<String, Object> parameter = Values.map(parameters.get(name));
            parameter.put("Default", value);
            parameters.put(name, parameter);
        });
        same("Parameters", parameters, resolved.section("Parameters"));
        for (String section : new String[] {"Metadata", "Rules", "Conditions", "Resources", "Outputs"}) {
            same(section, rename(source.section(section), ids), resolved.section(section));
        }
        ids.values().forEach(id -> {
            if (!resolved.section("Resources").containsKey(id)) {
                throw new TemplateException("The template has no version to be called " + id + ".");
            }
        });
    }

    private static void same(String section, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new TemplateException("Resolving the template changed more of " + section + " than expected.");
        }
    }

    private static Object rename(Object value, Map<String, String> ids) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> renamed = new LinkedHashMap<>();
                Values.map(map).forEach((key, entry) -> renamed.put(ids.getOrDefault(key, key), rename(entry, ids)));
                yield renamed;
            }
            case List<?> list ->
                Values.list(list).stream().map(entry -> rename(entry, ids)).toList();
            case String text -> ids.getOrDefault(text, text);
            default -> value;
        };
    }
}
