package io.edgepix.configuration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.edgepix.derivative.Cors;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code cors} of {@code edgepix.json}: {@code "*"}, a list of origins, or {@code ""}. */
final class CorsReader {
    private static final String EXPECTED =
            "expected \"*\" for every page, \"\" for none, or a list of origins such as [\"https://www.example.com\"]";
    private static final int MAX_ORIGINS = 50;
    /** A parameter of a stack has at most 4,096 bytes. */
    private static final int MAX_LENGTH = 4_000;

    private CorsReader() {}

    static Cors read(Fields fields) {
        return fields.any("cors")
                .map(value -> read(value, fields.mistakes()))
                .orElseGet(() -> new Cors(List.of(Cors.ANY)));
    }

    private static Cors read(JsonElement value, Mistakes mistakes) {
        Optional<String> text = Fields.text(value);
        if (text.isPresent() && (text.get().isEmpty() || text.get().equals(Cors.ANY))) {
            return new Cors(text.get().isEmpty() ? List.of() : List.of(Cors.ANY));
        }
        if (!(value instanceof JsonArray list) || list.isEmpty() || list.size() > MAX_ORIGINS) {
            throw new ConfigException("cors", EXPECTED + ", at most " + MAX_ORIGINS);
        }
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Optional<String> origin = Fields.text(list.get(i)).filter(CorsReader::isOrigin);
            origin.ifPresent(origins::add);
            if (origin.isEmpty()) {
                mistakes.add(
                        "cors[" + i + "]",
                        "expected an origin as browsers send it: https:// or http://, a host in lower case, a port"
                                + " unless it is the default, and no slash at the end; write \"*\" without a list");
            }
        }
        if (String.join(",", origins).length() > MAX_LENGTH) {
            throw new ConfigException("cors", "expected at most " + MAX_LENGTH + " characters in all origins together");
        }
        return new Cors(List.copyOf(origins));
    }

    /**
     * Tells whether the text is an origin in the form that browsers send (RFC 6454 section 6.2). Origins in this form
     * can be compared as texts.
     */
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
            return uri.getPort() != usual && text.equals(scheme + "://" + host.toLowerCase(Locale.ROOT) + port);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
