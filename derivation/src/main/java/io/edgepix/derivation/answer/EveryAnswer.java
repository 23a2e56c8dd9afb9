package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.CacheTag;
import io.edgepix.derivative.Cors;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes the headers of every answer, from S3 or from a function. It adds headers for CORS and for security in
 * browsers, and removes S3's own headers. Under Node.js, {@code every-answer.mjs} does the same.
 */
public final class EveryAnswer {
    private static final String S3_HEADERS = "x-amz-";
    /** CloudFront reads and removes the tag. AWS asks for the other two headers in a support case. */
    private static final Set<String> KEPT = Set.of(CacheTag.HEADER, "x-amz-request-id", "x-amz-id-2");
    /** Media types that browsers show as documents, with scripts that they run. */
    private static final Pattern DOCUMENT = Pattern.compile("(?i)html|xml|xsl");

    private static final Set<Integer> PICTURES = Set.of(200, 206, 304);

    private final Cors cors;
    private final String contentSecurityPolicy;
    private final boolean contentDisposition;

    /** Creates the headers for a configuration. */
    public EveryAnswer(Config config) {
        this.cors = config.offer().cors();
        this.contentSecurityPolicy = config.headers().contentSecurityPolicy().orElse("");
        this.contentDisposition = config.headers().contentDisposition();
    }

    Answer complete(String path, Answer answer) {
        MapHeaders headers = new MapHeaders(answer.headers());
        complete(path, answer.status(), headers);
        return new Answer(answer.status(), headers.fields(), answer.body());
    }

    /**
     * Completes the headers of a response. Doing it again changes nothing.
     *
     * @param path of the request, percent-encoded
     */
    public void complete(String path, int status, HeaderFields headers) {
        for (String name : headers.names()) {
            if (name.startsWith(S3_HEADERS) && !KEPT.contains(name)) {
                headers.remove(name);
            }
        }
        headers.set("X-Content-Type-Options", "nosniff");
        if (!contentSecurityPolicy.isEmpty()
                && DOCUMENT.matcher(headers.value("content-type")).find()) {
            headers.set("Content-Security-Policy", contentSecurityPolicy);
        }
        allowPages(headers);
        if (contentDisposition && PICTURES.contains(status)) {
            ContentDisposition.of(path, headers.value("content-type"))
                    .ifPresent(value -> headers.set("Content-Disposition", value));
        }
    }

    /** CloudFront itself allows the listed origins, so the cached answer is the same for all of them. */
    private void allowPages(HeaderFields headers) {
        if (!cors.isOn()) {
            return;
        }
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        if (!cors.isListed()) {
            headers.set("Access-Control-Allow-Origin", Cors.ANY);
            return;
        }
        String vary = headers.value("vary");
        if (!vary.toLowerCase(Locale.ROOT).contains("origin")) {
            headers.set("Vary", vary.isEmpty() ? "Origin" : vary + ", Origin");
        }
    }
}
