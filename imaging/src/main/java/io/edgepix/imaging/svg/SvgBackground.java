package io.edgepix.imaging.svg;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The background of a drawing's root (CSS Backgrounds 3, 2.2 "background-color"), which librsvg does not support.
 *
 * @param prefix the prefix of the root's name, with a colon; empty if it has none
 * @param colour the colour in CSS syntax
 */
record SvgBackground(String prefix, String colour) {
    private static final Pattern PLAIN = Pattern.compile("#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\\([0-9a-z.,%/+\\s-]*\\)");
    private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");
    /** Keywords that are not colours, or refer to a colour that is not known here. */
    private static final Set<String> NO_COLOURS =
            Set.of("none", "transparent", "inherit", "initial", "unset", "revert");

    /**
     * Finds the background in a style attribute. Only a single plain colour is supported, and other values are ignored.
     *
     * @param name the name of the root, with its prefix
     */
    static Optional<SvgBackground> of(String name, String style) {
        Optional<String> colour = Optional.empty();
        for (Css.Declaration each : Css.declarations(Css.withoutComments(style))) {
            if (each.name().equals("background") || each.name().equals("background-color")) {
                String value =
                        IMPORTANT.matcher(each.value().toLowerCase(Locale.ROOT)).replaceFirst("");
                if (PLAIN.matcher(value).matches()) {
                    colour = Optional.of(value).filter(plain -> !NO_COLOURS.contains(plain));
                }
            }
        }
        String prefix = name.substring(0, name.indexOf(':') + 1);
        return colour.map(each -> new SvgBackground(prefix, each));
    }

    /**
     * Returns an element that covers the viewport, even if the viewport is larger than the viewBox. It is a polygon,
     * since style sheets rarely select polygons. If librsvg does not know the colour, the element stays unfilled.
     */
    String element(SvgSize.ViewBox box, int width, int height) {
        double across = Math.max(box.width(), box.height() * width / height);
        double down = Math.max(box.height(), box.width() * height / width);
        double left = box.x() - across;
        double right = box.x() + box.width() + across;
        double top = box.y() - down;
        double bottom = box.y() + box.height() + down;
        return "<" + prefix + "polygon points=\"" + left + "," + top + " " + right + "," + top + " " + right + ","
                + bottom + " " + left + "," + bottom + "\" fill=\"none\" style=\"fill:" + colour
                + "!important;fill-opacity:1!important;stroke:none!important\"/>";
    }
}
