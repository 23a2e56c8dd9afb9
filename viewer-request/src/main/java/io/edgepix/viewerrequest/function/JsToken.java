package io.edgepix.viewerrequest.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of the JavaScript of our functions. They use a part of the language: no template literals, and a space after
 * each sign of division.
 */
record JsToken(Kind kind, String text) {
    private static final Pattern NEXT = Pattern.compile("""
            \\s+|//[^\\n]*\
            |(?<NAME>[A-Za-z_]\\w*)\
            |(?<NUMBER>\\d+)\
            |(?<STRING>'(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*")\
            |(?<REGEX>(?<=[(=,|:?&\\s])/(?![\\s/*])(?:[^/\\[\\\\\\n]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*])+/[gi]*)\
            |(?<PUNCTUATION>=>|[-+*/%=<>!&|?:;,.(){}\\[\\]])""");

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        REGEX,
        PUNCTUATION
    }

    /** Reads code. Comments and white space are left out. */
    static List<JsToken> read(String code) {
        List<JsToken> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(code);
        for (int at = 0; at < code.length(); at = matcher.end()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalStateException("Expected a token, got: "
                        + code.substring(at).lines().findFirst().orElse(""));
            }
            for (Kind kind : Kind.values()) {
                if (matcher.group(kind.name()) != null) {
                    tokens.add(new JsToken(kind, matcher.group()));
                }
            }
        }
        return tokens;
    }

    boolean is(String other) {
        return text.equals(other);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    /** Returns whether another token must be apart from this one. */
    boolean runsInto(JsToken next) {
        return isWord() && next.isWord();
    }

    private boolean isWord() {
        return kind == Kind.NAME || kind == Kind.NUMBER;
    }
}
