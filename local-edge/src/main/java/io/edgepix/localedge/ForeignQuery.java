package io.edgepix.localedge;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ViewerRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Detects the sizes of other image services, such as {@code ?w=300}, which edgepix ignores. */
final class ForeignQuery {
    private static final Set<String> NAMES = Set.of("w", "width", "h", "height", "size", "resize");
    private static final Pattern SIDE = Pattern.compile("0*([1-9][0-9]{0,3})");
    private static final Pattern BOX = Pattern.compile("0*([1-9][0-9]{0,3})(?:x|,|%2c)0*([1-9][0-9]{0,3})");

    private ForeignQuery() {}

    /**
     * Returns a hint with the right parameter, if such a size was ignored and the answer is an original in full size.
     */
    static Optional<String> hint(ViewerRequest viewer, Reply reply) {
        Map<String, String> parameters = parameters(viewer.query());
        boolean isForeign = parameters.keySet().stream().anyMatch(NAMES::contains);
        if (!isForeign || parameters.containsKey("d") || !isOriginal(reply)) {
            return Optional.empty();
        }
        parameters.keySet().retainAll(NAMES);
        return Optional.of("hint: " + viewer.pathAndQuery() + " returned the original in full size; edgepix ignores "
                + String.join(", ", parameters.keySet()) + "; use ?d=" + size(parameters));
    }

    private static boolean isOriginal(Reply reply) {
        Answer answer = reply.answer();
        String type = answer.headers().get("content-type").orElse("");
        boolean isPicture = answer.status() == 200 && type.startsWith("image/");
        return isPicture && !PathGrammar.isDerivative(Key.ofAnyPath(reply.uri()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            parameters.putIfAbsent(name, value.toLowerCase(Locale.ROOT));
        }
        return parameters;
    }

    private static String size(Map<String, String> parameters) {
        Optional<String> width = side(parameters, "w", "width");
        Optional<String> height = side(parameters, "h", "height");
        if (width.isPresent() || height.isPresent()) {
            return width.orElse("") + "x" + height.orElse("");
        }
        String other = parameters.getOrDefault("size", parameters.getOrDefault("resize", ""));
        Matcher box = BOX.matcher(other);
        Matcher side = SIDE.matcher(other);
        if (box.matches()) {
            return box.group(1) + "x" + box.group(2);
        }
        return side.matches() ? side.group(1) + "x" : "WxH";
    }

    private static Optional<String> side(Map<String, String> parameters, String brief, String whole) {
        String value = parameters.getOrDefault(brief, parameters.getOrDefault(whole, ""));
        Matcher side = SIDE.matcher(value);
        return side.matches() ? Optional.of(side.group(1)) : Optional.empty();
    }
}
