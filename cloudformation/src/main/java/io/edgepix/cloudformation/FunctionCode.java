package io.edgepix.cloudformation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of CloudFront Functions, which a template contains itself. The templates have a placeholder in place of the
 * code, such as {@code FunctionCode: "${VIEWER_REQUEST_FUNCTION}"}.
 */
public final class FunctionCode {
    /** The name of the placeholder for the viewer-request function. */
    public static final String VIEWER_REQUEST = "VIEWER_REQUEST_FUNCTION";

    /** The name of the placeholder for the viewer-response function. */
    public static final String VIEWER_RESPONSE = "VIEWER_RESPONSE_FUNCTION";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?m)^( +)FunctionCode: \"\\$\\{([A-Z_]+_FUNCTION)\\}\"$");
    private static final Pattern CODE = Pattern.compile("[!-~][\n -~]*");

    private FunctionCode() {}

    /**
     * Replaces placeholders by code, as block scalars. A placeholder without code stays: its function must not be part
     * of the stack.
     *
     * @param template the text of a template
     * @param code the code in printable ASCII, by the name of its placeholder. Code without a placeholder is left out
     */
    public static String insert(String template, Map<String, String> code) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder inserted = new StringBuilder();
        while (matcher.find()) {
            String text = code.get(matcher.group(2));
            String line = text == null ? matcher.group() : scalar(matcher.group(1), text);
            matcher.appendReplacement(inserted, Matcher.quoteReplacement(line));
        }
        return matcher.appendTail(inserted).toString();
    }

    private static String scalar(String indent, String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Expected code in printable ASCII, not indented");
        }
        StringBuilder lines = new StringBuilder(indent).append("FunctionCode: |-");
        code.strip()
                .lines()
                .forEach(line -> lines.append('\n').append(indent).append("  ").append(line));
        return lines.toString();
    }
}
