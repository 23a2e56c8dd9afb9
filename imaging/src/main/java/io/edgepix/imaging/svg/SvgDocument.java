package io.edgepix.imaging.svg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The document of a drawing, which can be written for any size.
 *
 * @param ratio the root's {@code preserveAspectRatio}, as it is written
 * @param before what comes before the root's size, without an XML declaration
 * @param style the root's style, as it is written
 * @param background drawn first in the root
 * @param after what comes behind the root's start tag
 */
record SvgDocument(SvgSize size, String ratio, String before, String style, SvgBackground background, String after) {
    private static final String FONT_SIZE = "font-size";
    /** CSS Fonts 4, 2.5: "medium" is 16 px in browsers, but 12 px in librsvg. Style sheets override an attribute. */
    private static final String DEFAULT_FONT_SIZE = " font-size=\"16px\"";

    private static final String RATIO = "preserveAspectRatio";

    /** Reads the size alone. */
    static SvgSize size(String document) throws IOException {
        return SvgSize.of(attributes(root(document)));
    }

    /** Finds the root's size. */
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
        SvgBackground background = SvgBackground.of(name, attributes.getOrDefault("style", ""));
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
        throw new IOException("There is no root element");
    }

    private static Map<String, String> attributes(XmlScanner tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (XmlScanner.Attribute attribute : tag.attributes()) {
            String value = tag.value(attribute);
            if (value != null) {
                attributes.putIfAbsent(attribute.name(), value);
            }
        }
        return attributes;
    }

    /** It is encoded in UTF-8 from now on, which needs none. */
    private static String withoutDeclaration(String start) {
        return start.startsWith("<?xml ") ? start.substring(start.indexOf("?>") + 2) : start;
    }

    /**
     * The document for a viewport of whole pixels. What style sheets say of the root's size does not count, as in browsers.
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
        String shown = background.element(size.viewBox(), width, height);
        return (before + sides + style + "\">" + shown + after).getBytes(StandardCharsets.UTF_8);
    }
}
