package io.edgepix.imaging.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Scans the tags and the text of an XML document (XML 1.0), in one pass and without a copy. It does not check the
 * document, since librsvg does. Declarations in a document type are ignored.
 */
final class XmlScanner {
    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    /** The kinds of tokens. */
    enum Kind {
        START,
        END,
        TEXT,
        CDATA,
        OTHER
    }

    /**
     * An attribute of a tag.
     *
     * @param from the offset of its value's first character, after the quotation mark
     * @param to the offset after its value's last character
     */
    record Attribute(String name, int from, int to) {}

    private final String document;
    private Kind kind = Kind.OTHER;
    private int from;
    private int to;

    XmlScanner(String document) {
        this.document = document;
    }

    /** Moves to the next token; returns false after the last one. */
    boolean next() {
        from = to;
        if (from >= document.length()) {
            return false;
        }
        if (document.charAt(from) != '<') {
            take(Kind.TEXT, orEnd(document.indexOf('<', from)));
        } else if (document.startsWith("<!--", from)) {
            take(Kind.OTHER, behind("-->", from + 4));
        } else if (document.startsWith(CDATA_START, from)) {
            take(Kind.CDATA, behind(CDATA_END, from + CDATA_START.length()));
        } else if (document.startsWith("<?", from)) {
            take(Kind.OTHER, behind("?>", from + 2));
        } else if (document.startsWith("<!", from)) {
            take(Kind.OTHER, behindDeclarations());
        } else {
            take(document.startsWith("</", from) ? Kind.END : Kind.START, behindTag());
        }
        return true;
    }

    private void take(Kind found, int end) {
        kind = found;
        to = end;
    }

    /** Returns an index found by {@link String}, or the end of the document if the index is negative. */
    private int orEnd(int index) {
        return index < 0 ? document.length() : index;
    }

    /** Returns the offset after the next occurrence of a text, or the end of the document if there is none. */
    private int behind(String end, int start) {
        return Math.min(orEnd(document.indexOf(end, start)) + end.length(), document.length());
    }

    /** Returns the offset after the tag, or the end of the document if the tag does not end. */
    private int behindTag() {
        for (int i = from + 1; i < document.length(); i++) {
            char character = document.charAt(i);
            if (character == '>') {
                return i + 1;
            }
            if (character == '"' || character == '\'') {
                i = orEnd(document.indexOf(character, i + 1));
            }
        }
        return document.length();
    }

    /** Returns the offset after the declarations, or the end of the document if they do not end. */
    private int behindDeclarations() {
        int depth = 0;
        for (int i = from + 2; i < document.length(); i++) {
            switch (document.charAt(i)) {
                case '"', '\'' -> i = orEnd(document.indexOf(document.charAt(i), i + 1));
                case '<' -> i = behindPart(i);
                case '[' -> depth++;
                case ']' -> depth--;
                case '>' -> {
                    if (depth <= 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return document.length();
    }

    /**
     * Returns the offset of the last character of a comment or an instruction that starts at an offset, or the offset
     * itself if neither starts there.
     */
    private int behindPart(int start) {
        if (document.startsWith("<!--", start)) {
            return behind("-->", start + 4) - 1;
        }
        if (document.startsWith("<?", start)) {
            return behind("?>", start + 2) - 1;
        }
        return start;
    }

    Kind kind() {
        return kind;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Returns the characters of text or CDATA. References are not resolved. */
    String characters() {
        if (kind != Kind.CDATA) {
            return document.substring(from, to);
        }
        int start = from + CDATA_START.length();
        return document.substring(start, Math.max(start, to - CDATA_END.length()));
    }

    /** Tells whether a start tag is also an end tag. */
    boolean isEmpty() {
        return to - 2 > from && document.charAt(to - 2) == '/';
    }

    /** Returns the offset after the name of a tag. */
    int nameEnd() {
        int end = from + (kind == Kind.END ? 2 : 1);
        while (end < to && isOfName(document.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns the name of a tag without its prefix. */
    String name() {
        String name = document.substring(Math.min(from + (kind == Kind.END ? 2 : 1), to), nameEnd());
        return name.substring(name.indexOf(':') + 1);
    }

    /** Returns the attributes of a start tag. */
    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        int at = nameEnd();
        while (at < to) {
            int start = at;
            while (at < to && isOfName(document.charAt(at)) && document.charAt(at) != '=') {
                at++;
            }
            if (at == start) {
                at++;
                continue;
            }
            String name = document.substring(start, at);
            OptionalInt quote = quote(at);
            if (quote.isPresent()) {
                int value = quote.getAsInt() + 1;
                int end = document.indexOf(document.charAt(value - 1), value, to);
                attributes.add(new Attribute(name, value, end));
                at = end + 1;
            }
        }
        return attributes;
    }

    /** Returns the offset of the quotation mark that opens the value after an attribute's name. */
    private OptionalInt quote(int nameEnd) {
        int at = behindSpace(nameEnd);
        if (at >= to || document.charAt(at) != '=') {
            return OptionalInt.empty();
        }
        at = behindSpace(at + 1);
        boolean quoted = at < to && (document.charAt(at) == '"' || document.charAt(at) == '\'');
        return quoted && document.indexOf(document.charAt(at), at + 1, to) >= 0
                ? OptionalInt.of(at)
                : OptionalInt.empty();
    }

    private int behindSpace(int start) {
        int at = start;
        while (at < to && document.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char character) {
        return character > ' ' && character != '>' && character != '/' && character != '"' && character != '\'';
    }

    /** Returns the value of an attribute; empty if it refers to an entity that a document type declares. */
    Optional<String> value(Attribute attribute) {
        return XmlText.unescaped(document.substring(attribute.from(), attribute.to()));
    }
}
