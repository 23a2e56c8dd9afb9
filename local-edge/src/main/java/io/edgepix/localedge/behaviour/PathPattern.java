package io.edgepix.localedge.behaviour;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path pattern of a cache behaviour: {@code *} stands for any characters, and {@code ?} for one. It is compared with
 * case, with the path as the viewer sent it.
 */
public final class PathPattern {
    private static final Pattern WILDCARD = Pattern.compile("[*?]|[^*?]+");

    private final String text;
    private final Pattern pattern;

    PathPattern(String text) {
        this.text = text;
        String whole = text.startsWith("/") || text.startsWith("*") ? text : "/" + text;
        this.pattern = Pattern.compile(
                WILDCARD.matcher(whole).replaceAll(part -> Matcher.quoteReplacement(regex(part.group()))),
                Pattern.DOTALL);
    }

    /** Returns the pattern of the default behaviour. */
    static PathPattern ofAll() {
        return new PathPattern("*");
    }

    private static String regex(String part) {
        return switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part);
        };
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
