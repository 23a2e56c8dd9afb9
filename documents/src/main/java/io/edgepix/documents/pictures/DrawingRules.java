package io.edgepix.documents.pictures;

import io.edgepix.documents.problem.DocumentProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Refuses SVGs that would silently lose something: files from elsewhere, which are never fetched, and characters that the
 * fonts of drawings lack.
 */
final class DrawingRules {
    private static final int GZIP = 0x1f8b;
    private static final int MAX_BYTES = 20_000_000;
    private static final Pattern URL = Pattern.compile("url\\(\\s*['\"]?\\s*([^'\")\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMPORT = Pattern.compile("@import\\b", Pattern.CASE_INSENSITIVE);
    /** The last character before general punctuation and signs, of which the fonts have few. */
    private static final int LETTERS_END = 0x206F;

    private static final String SIGNS = "€₣₤₦₧₩₪₫₭₮₱₲₴₵₸₹₺₽ℓ№™←↑→↓−∕";

    private DrawingRules() {}

    /**
     * Checks a picture, if it is an SVG.
     *
     * @param name the start of a sentence
     */
    static void check(String name, byte[] picture) {
        byte[] bytes = unpacked(picture);
        int start = 0;
        while (start < bytes.length && (bytes[start] <= ' ')) {
            start++; // white space, and the byte order mark, whose bytes are negative
        }
        if (start == bytes.length || bytes[start] != '<') {
            return;
        }
        Document drawing = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
        for (Element element : drawing.getAllElements()) {
            String tag = local(element.tagName());
            for (Attribute attribute : element.attributes()) {
                if (local(attribute.getKey()).equals("href") && !tag.equals("a")) {
                    checkUrl(name, attribute.getValue().strip());
                }
                checkStyle(name, attribute.getValue());
            }
            if (tag.equals("style")) {
                checkStyle(name, element.wholeText());
            } else if (tag.equals("text")) {
                checkText(name, element.wholeText());
            }
        }
    }

    private static byte[] unpacked(byte[] picture) {
        if (picture.length < 2 || ((picture[0] & 0xff) << 8 | (picture[1] & 0xff)) != GZIP) {
            return picture;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(picture))) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            return picture; // the renderer says what is wrong with it
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static void checkStyle(String name, String style) {
        if (IMPORT.matcher(style).find()) {
            throw DocumentProblem.broken(name + ": @import: expected a drawing with its own styles, got a stylesheet");
        }
        for (Matcher url = URL.matcher(style); url.find(); ) {
            checkUrl(name, url.group(1));
        }
    }

    private static void checkUrl(String name, String url) {
        if (!url.isEmpty() && !url.startsWith("#") && !url.regionMatches(true, 0, "data:", 0, "data:".length())) {
            throw DocumentProblem.broken(
                    name + ": " + url + ": expected pictures in a drawing with data: URLs, got another URL");
        }
    }

    private static void checkText(String name, String text) {
        text.codePoints().filter(character -> !hasGlyph(character)).findFirst().ifPresent(character -> {
            throw DocumentProblem.broken(name + ": " + Character.toString(character) + " (U+"
                    + String.format("%04X", character) + "): expected Latin, Greek or Cyrillic text in a drawing, got"
                    + " another character; draw it as a path, or put HTML next to the drawing");
        });
    }

    private static boolean hasGlyph(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return switch (script) {
            case LATIN, GREEK, CYRILLIC -> character <= 0x1FFF;
            case COMMON, INHERITED -> character <= LETTERS_END || SIGNS.indexOf(character) >= 0;
            default -> false;
        };
    }
}
