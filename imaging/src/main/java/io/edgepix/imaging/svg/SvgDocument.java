package io.edgepix.imaging.svg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The document of a drawing, which can be written for any size.
 *
 * @param ratio the root's {@code preserveAspectRatio}, as in the original
 * @param before the text before the root's size, without an XML declaration
 * @param style the root's style, as in the original
 * @param background the background, drawn before everything else in the root
 * @param after the text after the root's start tag
 */
record SvgDocument(
        SvgSize size, String ratio, String before, String style, Optional<SvgBackground> background, String after) {
    private static final String FONT_SIZE = "font-size";
    /**
     * The default font size: "medium" is 16 px in browsers, but 12 px in librsvg (CSS Fonts 4, 2.5). It is an
     * attribute, so style sheets override it.
     */
    private static final String DEFAULT_FONT_SIZE = " font-size=\"16px\"";

    private static final String RATIO = "preserveAspectRatio";

    /** Returns the size of the root. */
    static SvgSize size(String document) throws IOException {
        return SvgSize.of(attributes(root(document)));
    }

    /** Splits a document around the size of its root. */
    static SvgDocument of(String document) throws IOException {
        XmlScanner root = root(document);
        StringBuilder before = new StringBuilder(withoutDeclaration(document.substring(0, root.nameEnd())));
        Map<String, String> attributes = attributes(root);
        if (root.attributes().stream().noneMatch(each -> each.name().equals(FONT_SIZE))) {
            before.append(DEFAULT_FONT_SIZE);
        }
        String style = "";
        String ratio = "";
        for (XmlScanner.Attribute attribute : root.attributes()) {
            String value = document.substring(attribute.from(), attribute.to()).replace("\"", "&quot;");
            switch (attribute.name()) {
                case "width", "height", "viewBox" -> {}
                case RATIO -> ratio = value;
                case "style" -> style = value;
                default ->
                    before.append(' ')
                            .append(attribute.name())
                            .append("=\"")
                            .append(value)
                            .append('"');
            }
        }
        String name = document.substring(root.from() + 1, root.nameEnd());
        String end = root.isEmpty() ? "</" + name + ">" : "";
        Optional<SvgBackground> background = SvgBackground.of(name, attributes.getOrDefault("style", ""));
        return new SvgDocument(
                SvgSize.of(attributes),
                ratio,
                before.toString(),
                style,
                background,
                end + document.substring(root.to()));
    }

    private static XmlScanner root(String document) throws IOException {
        XmlScanner scanner = new XmlScanner(document);
        while (scanner.next()) {
            if (scanner.kind() == XmlScanner.Kind.START) {
                return scanner;
            }
        }
        throw new IOException("Expected a root element, got none");
    }

    private static Map<String, String> attributes(XmlScanner tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (XmlScanner.Attribute attribute : tag.attributes()) {
            tag.value(attribute).ifPresent(value -> attributes.putIfAbsent(attribute.name(), value));
        }
        return attributes;
    }

    /** Returns the text without its XML declaration. The result is encoded in UTF-8, which needs no declaration. */
    private static String withoutDeclaration(String start) {
        return start.startsWith("<?xml ") ? start.substring(start.indexOf("?>") + 2) : start;
    }

    /**
     * Returns the document in UTF-8, for a viewport of whole pixels. As in browsers, style sheets do not override the
     * size of the root.
     */
    byte[] at(int width, int height) {
        String sides = String.format(
                Locale.ROOT,
                " width=\"%d\" height=\"%d\" viewBox=\"%s\" %s=\"%s\" style=\"width:%1$dpx!important;"
                        + "height:%2$dpx!important;",
                width,
                height,
                size.viewBox(),
                RATIO,
                size.keepsAspect() ? ratio : "none");
        String shown = background
                .map(each -> each.element(size.viewBox(), width, height))
                .orElse("");
        return (before + sides + style + "\">" + shown + after).getBytes(StandardCharsets.UTF_8);
    }
}
