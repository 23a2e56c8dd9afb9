package io.edgepix.viewerrequest.function;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shortens the JavaScript of our functions: removes comments and white space, and renames variables and functions. Each
 * name has the same short name everywhere, so scopes do not matter. Properties are not renamed.
 */
final class Minifier {
    /** Names of the language and of the runtime that our functions use, and those that CloudFront calls. */
    private static final Set<String> KEPT = Set.of(
            "Infinity",
            "Math",
            "Number",
            "Object",
            "catch",
            "cf",
            "const",
            "decodeURIComponent",
            "delete",
            "else",
            "encodeURIComponent",
            "false",
            "for",
            "function",
            "handler",
            "if",
            "in",
            "let",
            "null",
            "return",
            "throw",
            "true",
            "try",
            "typeof",
            "undefined",
            "while");

    private static final Set<String> RESERVED = Set.of("as", "do", "if", "in", "is", "of", "cf");

    private final List<JsToken> tokens;
    private final Map<String, String> names = new HashMap<>();

    private Minifier(List<JsToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns shorter code that does the same.
     *
     * @param code without its imports
     */
    static String minify(String code) {
        Minifier minifier = new Minifier(JsToken.read(code));
        minifier.chooseNames();
        return minifier.print();
    }

    /** The names that are used most get the shortest ones. */
    private void chooseNames() {
        Set<String> declared = declared();
        Map<String, Integer> uses = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            String name = tokens.get(i).text();
            if (isVariable(i) && !KEPT.contains(name)) {
                if (!declared.contains(name)) {
                    throw new IllegalStateException("Expected a declaration of " + name);
                }
                uses.merge(name, 1, Integer::sum);
            }
        }
        List<String> byUse = uses.keySet().stream()
                .sorted()
                .sorted(Comparator.comparingInt(name -> -uses.getOrDefault(name, 0)))
                .toList();
        List<String> shortNames = shortNames(byUse.size());
        for (int i = 0; i < byUse.size(); i++) {
            names.put(byUse.get(i), shortNames.get(i));
        }
    }

    private static List<String> shortNames(int count) {
        List<String> letters =
                Stream.concat(letters('a', 'z'), letters('A', 'Z')).toList();
        Stream<String> pairs =
                letters.stream().flatMap(first -> letters.stream().map(first::concat));
        return Stream.concat(letters.stream(), pairs)
                .filter(name -> !RESERVED.contains(name))
                .limit(count)
                .toList();
    }

    private static Stream<String> letters(char first, char last) {
        return Stream.iterate(first, c -> c <= last, c -> (char) (c + 1)).map(String::valueOf);
    }

    /** Returns the names of variables, functions and parameters. */
    private Set<String> declared() {
        Set<String> declared = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            JsToken before = tokens.get(i - 1);
            if (before.is("const") || before.is("let") || before.is("function")) {
                declared.add(tokens.get(i).text());
            }
            if (tokens.get(i).is("=>") || (tokens.get(i).is("{") && before.is(")"))) {
                addParameters(i - 1, declared);
            }
        }
        return declared;
    }

    /** Adds the names in the parentheses that end at an index, also those of a condition, which do not matter. */
    private void addParameters(int end, Set<String> declared) {
        for (int i = end - 1; i >= 0 && (tokens.get(i).isName() || tokens.get(i).is(",")); i--) {
            declared.add(tokens.get(i).text());
        }
    }

    /** Returns whether a token is a name, but not that of a property. */
    private boolean isVariable(int i) {
        if (!tokens.get(i).isName()) {
            return false;
        }
        boolean isKey = i > 0
                && (tokens.get(i - 1).is("{") || tokens.get(i - 1).is(","))
                && tokens.get(i + 1).is(":");
        return !isKey && !(i > 0 && tokens.get(i - 1).is("."));
    }

    /** Prints each constant and each function on a line. */
    private String print() {
        StringBuilder code = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            JsToken token = tokens.get(i);
            boolean isLastOfBlock = token.is(";") && isAt(i + 1, "}");
            if (!isLastOfBlock) {
                code.append(i > 0 && tokens.get(i - 1).runsInto(token) ? " " : "")
                        .append(isVariable(i) ? names.getOrDefault(token.text(), token.text()) : token.text());
            }
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (depth == 0 && (token.is(";") || (token.is("}") && !isAt(i + 1, ";")))) {
                code.append('\n');
            }
        }
        return code.toString();
    }

    private boolean isAt(int i, String text) {
        return i < tokens.size() && tokens.get(i).is(text);
    }
}
