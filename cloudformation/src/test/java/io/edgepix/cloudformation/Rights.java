package io.edgepix.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What statements of policies allow, as IAM decides it. */
final class Rights {
    /** Keys of originals, some of them in folders that have the name of a format or of a part of a size. */
    static final List<String> ORIGINALS = List.of(
            "cat.jpg",
            "webp/cat.jpg",
            "photos/webp/cat.jpg",
            "2024/webp/cat.jpg",
            "xmas/png/cat.png",
            "x/gif/cat.gif",
            "export/png/cat.png",
            "pixels/avif/200x200/cat.avif",
            "images/200x200/webp/cat.webp",
            "0x0/webp/cat.webp",
            "200x200/svg/cat.svg",
            "letters/1.pdf",
            "invoices/2026/template.html",
            "invoices/2026/signature.png");

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Rights() {}

    /** Tells whether statements allow an action on a resource. A Deny wins. */
    static boolean may(List<Map<String, Object>> statements, String action, String arn) {
        List<Map<String, Object>> about = statements.stream()
                .filter(statement -> Values.list(statement.get("Action")).contains(action) && isAbout(statement, arn))
                .toList();
        return !about.isEmpty() && about.stream().allMatch(Requirement::allows);
    }

    private static boolean isAbout(Map<String, Object> statement, String arn) {
        return statement.containsKey("NotResource")
                ? !matches(statement.get("NotResource"), arn)
                : matches(statement.get("Resource"), arn);
    }

    /** In IAM an asterisk matches slashes too. */
    private static boolean matches(@Nullable Object patterns, String arn) {
        return Values.list(patterns).stream()
                .anyMatch(pattern -> PATTERNS.computeIfAbsent(String.valueOf(pattern), Rights::compiled)
                        .matcher(arn)
                        .matches());
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
