package io.edgepix.imaging.svg;

import io.edgepix.imaging.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the characters of an XML document, and its character references (XML 1.0, 4.3.3 and appendix F). */
final class XmlText {
    private static final int LOOKED_AT = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final Pattern REFERENCE = Pattern.compile("&(#x[0-9A-Fa-f]{1,8}|#[0-9]{1,9}|[^&;\\s]*);?");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private XmlText() {}

    /**
     * Returns the characters of a document. Throws if the bytes are invalid in their encoding. Browsers do not show
     * such a document.
     */
    static String of(byte[] bytes) throws IOException {
        String text = encoding(bytes)
                .newDecoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset encoding(byte[] bytes) throws IOException {
        if (Bytes.has(bytes, 0, "\u00EF\u00BB\u00BF")) {
            return StandardCharsets.UTF_8;
        }
        if (Bytes.has(bytes, 0, "\u00FF\u00FE") || Bytes.has(bytes, 0, "<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        if (Bytes.has(bytes, 0, "\u00FE\u00FF") || Bytes.has(bytes, 0, "\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        return declared(bytes);
    }

    private static Charset declared(byte[] bytes) throws IOException {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Matcher declaration = ENCODING.matcher(start);
        if (!declaration.find() || declaration.group(1).regionMatches(true, 0, "UTF-16", 0, 6)) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declaration.group(1));
        } catch (IllegalArgumentException e) {
            throw new IOException("Expected a known encoding, got " + declaration.group(1), e);
        }
    }

    /** Returns the text with references replaced by characters; empty if a reference is not to a character. */
    static Optional<String> unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return Optional.of(text);
        }
        StringBuilder out = new StringBuilder(text.length());
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            Optional<String> character = referred(reference.group(1));
            if (character.isEmpty()) {
                return character;
            }
            reference.appendReplacement(out, Matcher.quoteReplacement(character.get()));
        }
        return Optional.of(reference.appendTail(out).toString());
    }

    private static Optional<String> referred(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(NAMED.get(name));
        }
        boolean hexadecimal = name.startsWith("#x");
        long number = Long.parseLong(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return number > 0 && number <= Character.MAX_CODE_POINT
                ? Optional.of(Character.toString((int) number))
                : Optional.empty();
    }

    /** Returns the text with references instead of characters that have a meaning in XML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
