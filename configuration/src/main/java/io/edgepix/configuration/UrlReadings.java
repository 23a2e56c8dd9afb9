package io.edgepix.configuration;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.UrlMatch;
import io.edgepix.derivative.UrlTemplate;
import java.util.ArrayList;
import java.util.List;

/** Checks that no URL can be read in two ways. */
final class UrlReadings {
    private static final List<String> DERIVATIVES = List.of("/{width}x{height}/", "/{width}x/", "/x{height}/");

    private final UrlTemplate url;
    private final String path;
    private final List<String> presets;
    private final List<String> found = new ArrayList<>();

    private UrlReadings(UrlTemplate url, String path, List<String> presets) {
        this.url = url;
        this.path = path;
        this.presets = presets;
        find(0, 0, "");
    }

    /** Rejects a template that can read a path in two ways. */
    static void demandOne(String field, UrlTemplate url, List<String> presets) {
        UrlSearch.readInTwoWays(new UrlAutomaton(url, presets)).ifPresent(path -> {
            List<String> readings = of(url, path, presets);
            throw new ConfigException(
                    field,
                    "expected one reading of each path, but " + path + " is " + readings.get(0) + ", or "
                            + readings.get(1));
        });
    }

    /** Rejects a template that never applies because earlier templates match all its paths. */
    static void demandNew(String field, UrlTemplate url, List<UrlTemplate> before, List<String> presets) {
        UrlAutomaton automaton = new UrlAutomaton(url, presets);
        String path = UrlSearch.read(automaton);
        for (int i = 0; i < before.size(); i++) {
            // A template that does not match the shortest path does not match all paths. This mostly avoids the search.
            boolean fits = UrlMatch.of(before.get(i), path, presets) != null;
            if (fits
                    && UrlSearch.readBy(automaton, new UrlAutomaton(before.get(i), presets))
                            .isEmpty()) {
                throw new ConfigException(
                        field,
                        "never applies, as urls[" + i + "] matches all its paths: " + path + " is "
                                + of(before.get(i), path, presets).get(0) + ", and not "
                                + of(url, path, presets).get(0)
                                + "; remove one of the two, or put the narrower one first");
            }
        }
        if (PathGrammar.isDerivative(new Key(path.substring(1)))) {
            demandNoDerivatives(field, automaton, path, presets);
        }
    }

    private static void demandNoDerivatives(String field, UrlAutomaton automaton, String path, List<String> presets) {
        List<String> forms = new ArrayList<>();
        for (String form : DERIVATIVES) {
            for (Format format : Format.values()) {
                forms.add(form + format.token() + "/{key}");
            }
        }
        forms.add("/" + PathGrammar.STORED + "{key}");
        forms.add("/" + PathGrammar.BIG + "{key}");
        for (String form : forms) {
            if (UrlSearch.readBy(automaton, new UrlAutomaton(UrlTemplate.parse(form), presets))
                    .isEmpty()) {
                throw new ConfigException(
                        field, "never applies, as it matches only paths of derivatives, such as " + path);
            }
        }
    }

    /** Returns every reading of a path. */
    static List<String> of(UrlTemplate url, String path, List<String> presets) {
        return new UrlReadings(url, path, presets).found;
    }

    private void find(int part, int from, String reading) {
        String literal = url.literals().get(part);
        int at = from + literal.length();
        if (!path.startsWith(literal, from)) {
            return;
        }
        if (part == url.names().size()) {
            if (at == path.length()) {
                found.add(reading);
            }
            return;
        }
        String name = url.names().get(part);
        for (int end = at + 1; end <= path.length(); end++) {
            String value = path.substring(at, end);
            if (stands(name, value)) {
                find(part + 1, end, reading + (part == 0 ? "" : ", ") + name + "=" + value);
            }
        }
    }

    private boolean stands(String name, String value) {
        if (UrlTemplate.word(name, 0, presets) == null) {
            return name.equals(UrlTemplate.KEY) || value.chars().allMatch(c -> UrlMatch.isOf(name, (char) c));
        }
        int number = 0;
        String word = UrlTemplate.word(name, number, presets);
        while (word != null && !word.equals(value)) {
            word = UrlTemplate.word(name, ++number, presets);
        }
        return word != null;
    }
}
