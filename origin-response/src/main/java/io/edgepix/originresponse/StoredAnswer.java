package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.Headers;
import io.edgepix.configuration.Caching;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What S3 has goes out as it came but for these headers; under Node.js {@code stored.mjs} does the same. */
final class StoredAnswer {
    private static final int YOUNG_SECONDS = 60;
    private static final String YOUNG = "public, max-age=" + YOUNG_SECONDS;
    private static final Pattern AGE = Pattern.compile("(?i)(max-age|s-maxage)=(\\d{1,10})");
    private static final Pattern LONGER = Pattern.compile("(?i)immutable$|stale-");
    private static final Pattern HOW_LONG = Pattern.compile("(?i)(no-store|no-cache|max-age|s-maxage)\\b");

    private final String status;
    private final Map<String, List<CloudFrontEvent.Header>> headers;
    private final Caching caching;

    private StoredAnswer(EdgeResponse response, Caching caching) {
        this.status = response.getStatus();
        this.headers = response.getHeaders();
        this.caching = caching;
    }

    /**
     * Whether S3 answered with an object, or with an error. Every object has an ETag; a listing of the bucket, which S3 sends
     * for a path without a key, has none.
     */
    static boolean isObject(EdgeResponse response) {
        return !List.of("200", "206").contains(response.getStatus())
                || !Headers.value(response.getHeaders(), "etag").isEmpty();
    }

    /** Changes the headers of a response with status 200, 206 or 304, and gives it. */
    static EdgeResponse amend(EdgeRequest request, EdgeResponse response, Caching caching) {
        if (List.of("200", "206", "304").contains(response.getStatus())) {
            if (response.getHeaders() == null) {
                response.setHeaders(new LinkedHashMap<>());
            }
            new StoredAnswer(response, caching).amend(request.getUri());
        }
        return response;
    }

    private void amend(String uri) {
        if (uri.startsWith("/") && PathGrammar.isDerivative(new Key(uri.substring(1)))) {
            sayVary();
            String kept = derivativeKept();
            if (!kept.isEmpty()) {
                set("Cache-Control", kept);
            }
        } else if (!caching.original().isEmpty() && !headers.containsKey("cache-control") && !status.equals("304")) {
            set("Cache-Control", caching.original().orElseThrow());
        }
    }

    /** S3 keeps no Vary, but metadata; a Vary of its own is about CORS. */
    private void sayVary() {
        String vary = Headers.value(headers, "x-amz-meta-vary");
        if (!vary.isEmpty()) {
            String cors = Headers.value(headers, "vary");
            set("Vary", cors.isEmpty() ? vary : cors + ", " + vary);
            headers.remove("x-amz-meta-vary");
        }
    }

    /**
     * What to say, or empty for what S3 says. A derivative of an original that was replaced meanwhile is mended by who
     * wrote it, within Lambda's 30 s; who reads it in between must not keep it for long. A 304 ends that, and S3's own
     * may not say how long the derivative is kept.
     */
    private String derivativeKept() {
        String said = Headers.value(headers, "cache-control");
        if (isYoung()) {
            return said.isEmpty() ? YOUNG : forAMinute(said);
        }
        return status.equals("304") && said.isEmpty() ? caching.derivative() : "";
    }

    /** The same Cache-Control, but for what would keep it for longer than a minute. */
    private static String forAMinute(String said) {
        List<String> directives = new ArrayList<>();
        for (String directive : said.split(",", -1)) {
            String trimmed = directive.trim();
            if (!LONGER.matcher(trimmed).lookingAt()) {
                Matcher age = AGE.matcher(trimmed);
                directives.add(
                        age.matches()
                                ? age.group(1) + "=" + Math.min(Long.parseLong(age.group(2)), YOUNG_SECONDS)
                                : trimmed);
            }
        }
        if (directives.stream().noneMatch(each -> HOW_LONG.matcher(each).lookingAt())) {
            directives.add("max-age=" + YOUNG_SECONDS);
        }
        return String.join(", ", directives);
    }

    private boolean isYoung() {
        Long date = HttpDate.seconds(Headers.value(headers, "date"));
        Long modified = HttpDate.seconds(Headers.value(headers, "last-modified"));
        return date != null && modified != null && date - modified < YOUNG_SECONDS;
    }

    private void set(String key, String value) {
        headers.put(key.toLowerCase(Locale.ROOT), Headers.of(key, value));
    }
}
