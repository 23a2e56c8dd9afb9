package io.edgepix.localedge;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ViewerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats a line of the access log: time, request, path in the cache, status, X-Cache, bytes, duration and reason. */
final class AccessLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern S3_ERROR = Pattern.compile("<Code>([^<]*)</Code>\\s*<Message>([^<]*)</Message>");
    private static final int MAX_REASON_CHARS = 300;

    private AccessLine() {}

    static String of(Instant time, ViewerRequest viewer, Reply reply, long bytes, long millis) {
        Answer answer = reply.answer();
        String line = TIME.format(time) + " " + viewer.method() + " " + viewer.pathAndQuery() + " -> " + reply.uri()
                + " " + answer.status() + " " + reply.xCache() + " " + bytes + " B " + millis + " ms";
        return printable(answer.isError() ? line + ": " + reason(answer) : line);
    }

    /** Formats the line of an invalid HTTP request. */
    static String ofMalformed(Instant time, String method, String target, int status, String reason) {
        String line = TIME.format(time) + " " + method + " " + target + " " + status + " Error from edgepix: " + reason;
        return printable(line);
    }

    /** Returns the sentence that the viewer reads, or S3's error code and message, or the reason phrase. */
    private static String reason(Answer answer) {
        String type = answer.headers().get("content-type").orElse("");
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (type.startsWith("text/plain") && !text.isEmpty()) {
            String first = text.lines().findFirst().orElse("");
            return first.substring(0, Math.min(first.length(), MAX_REASON_CHARS));
        }
        Matcher error = S3_ERROR.matcher(text);
        return type.contains("/xml") && error.find() ? error.group(1) + ": " + error.group(2) : answer.reason();
    }

    /**
     * Escapes control characters, and others that move the cursor or change the direction of text, in Java's notation.
     */
    private static String printable(String line) {
        StringBuilder printable = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            printable.append(isPrintable(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return printable.toString();
    }

    private static boolean isPrintable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
