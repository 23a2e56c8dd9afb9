package io.edgepix.configuration;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Cors;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code cors} of {@code edgepix.json}: {@code "*"}, a list of origins, or {@code ""}. */
final class CorsReader {
    private static final String EXPECTED =
            "must be \"*\" for every page, \"\" for none, or a list of origins such as [\"https://www.example.com\"]";
    private static final int MAX_ORIGINS = 50;
    /** A parameter of a stack has at most 4,096 bytes. */
    private static final int MAX_LENGTH = 4_000;

    private CorsReader() {}

    static Cors read(@Nullable Object value, Mistakes mistakes) {
        if (value == null || value.equals(Cors.ANY)) {
            return new Cors(List.of(Cors.ANY));
        }
        if (value.equals("")) {
            return new Cors(List.of());
        }
        if (!(value instanceof ArrayList<?> list) || list.isEmpty() || list.size() > MAX_ORIGINS) {
            throw new ConfigException("cors", EXPECTED + ", at most " + MAX_ORIGINS);
        }
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String origin && isOrigin(origin)) {
                origins.add(origin);
            } else {
                mistakes.add(
                        "cors[" + i + "]",
                        "must be an origin as browsers send it: https:// or http://, a host in lower case, a port if it"
                                + " is not the usual one, and no slash at the end; \"*\" stands alone, without a list");
            }
        }
        if (String.join(",", origins).length() > MAX_LENGTH) {
            throw new ConfigException(
                    "cors", "must have at most " + MAX_LENGTH + " characters in all origins together");
        }
        return new Cors(List.copyOf(origins));
    }

    /** RFC 6454 section 6.2: what browsers send, so that it can be compared as text. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (host == null || host.startsWith("[") || !("https".equals(scheme) || "http".equals(scheme))) {
                return false;
            }
            int usual = scheme.equals("https") ? 443 : 80;
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getPort() != usual && text.equals(scheme + "://" + Ascii.lowerCase(host) + port);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
