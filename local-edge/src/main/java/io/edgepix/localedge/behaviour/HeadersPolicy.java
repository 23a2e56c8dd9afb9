package io.edgepix.localedge.behaviour;

import io.edgepix.cloudformation.Values;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response headers policy: how CloudFront changes the headers of answers from the cache or the origin. It does not
 * apply to answers of the viewer-request function, since CloudFront's documentation does not mention them.
 *
 * @param origins the origins whose pages may read answers, or only {@code *}
 * @param added the headers to add
 * @param removed the names of the headers to remove
 */
public record HeadersPolicy(List<String> origins, List<Added> added, List<String> removed) {
    /** The policy that changes nothing. */
    static final HeadersPolicy NONE = new HeadersPolicy(List.of(), List.of(), List.of());

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    /** A header to add. {@code overrides} tells whether it replaces that of the answer. */
    public record Added(String name, String value, boolean overrides) {}

    /** Reads the properties of {@code ResponseHeadersPolicyConfig}. */
    static HeadersPolicy of(Map<String, Object> config) {
        List<Added> added = new ArrayList<>();
        for (Object item : Values.list(Values.at(config, "CustomHeadersConfig", "Items"))) {
            added.add(new Added(
                    String.valueOf(Values.at(item, "Header")),
                    String.valueOf(Values.at(item, "Value")),
                    isTrue(Values.at(item, "Override"))));
        }
        Map<String, Object> security = Values.map(config.get("SecurityHeadersConfig"));
        security.forEach((name, value) -> added.add(
                new Added(securityHeader(name), securityValue(name, value), isTrue(Values.at(value, "Override")))));
        return new HeadersPolicy(
                texts(Values.at(config, "CorsConfig", "AccessControlAllowOrigins", "Items")),
                List.copyOf(added),
                Values.list(Values.at(config, "RemoveHeadersConfig", "Items")).stream()
                        .map(item -> String.valueOf(Values.at(item, "Header")))
                        .toList());
    }

    private static String securityHeader(String name) {
        return switch (name) {
            case "ContentTypeOptions" -> "X-Content-Type-Options";
            case "StrictTransportSecurity" -> "Strict-Transport-Security";
            case "ContentSecurityPolicy" -> "Content-Security-Policy";
            default ->
                throw new IllegalArgumentException("The template uses the unknown security header " + name + ".");
        };
    }

    private static String securityValue(String name, Object config) {
        return switch (name) {
            case "StrictTransportSecurity" ->
                "max-age=" + Values.at(config, "AccessControlMaxAgeSec")
                        + (isTrue(Values.at(config, "IncludeSubdomains")) ? "; includeSubDomains" : "")
                        + (isTrue(Values.at(config, "Preload")) ? "; preload" : "");
            case "ContentSecurityPolicy" -> String.valueOf(Values.at(config, name));
            default -> "nosniff";
        };
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static List<String> texts(@Nullable Object list) {
        return Values.list(list).stream().map(String::valueOf).toList();
    }

    /**
     * Changes the headers of an answer.
     *
     * @param origin the {@code Origin} header of the request, or null; only requests with this header get CORS headers
     */
    public Answer apply(Answer answer, @Nullable String origin) {
        Headers headers = answer.headers().copy();
        removed.forEach(headers::remove);
        added.stream()
                .filter(header ->
                        header.overrides() || headers.get(header.name()).isEmpty())
                .forEach(header -> headers.set(header.name(), header.value()));
        if (origin != null && !origins.isEmpty()) {
            headers.remove(ALLOW_ORIGIN);
            if (origins.contains("*")) {
                headers.set(ALLOW_ORIGIN, "*");
            } else if (origins.contains(origin)) {
                headers.set(ALLOW_ORIGIN, origin);
            }
        }
        return answer.withHeaders(headers);
    }
}
