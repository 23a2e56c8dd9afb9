package io.edgepix.imaging.svg;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The background of a drawing's root (CSS Backgrounds 3, 2.2 "background-color"), which librsvg does not draw.
 *
 * @param prefix that of the root's name, with a colon; empty if it has none
 * @param colour as CSS writes it; empty if the root has no background of one plain colour
 */
record SvgBackground(String prefix, String colour) {
    private static final Pattern PLAIN = Pattern.compile("#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\\([0-9a-z.,%/+\\s-]*\\)");
    private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");
    /** Words that mean something else, or no colour, as a background. */
    private static final Set<String> NO_COLOURS =
            Set.of("none", "transparent", "inherit", "initial", "unset", "revert");

    /** Finds the background of a style attribute. Values other than one plain colour are ignored. */
    static SvgBackground of(String name, String style) {
        String colour = "";
        for (Css.Declaration each : Css.declarations(Css.withoutComments(style))) {
            if (each.name().equals("background") || each.name().equals("background-color")) {
                String value =
                        IMPORTANT.matcher(each.value().toLowerCase(Locale.ROOT)).replaceFirst("");
                if (PLAIN.matcher(value).matches()) {
                    colour = NO_COLOURS.contains(value) ? "" : value;
                }
            }
        }
        return new SvgBackground(name.substring(0, name.indexOf(':') + 1), colour);
    }

    /**
     * An element that covers the viewport wherever the viewBox stands in it. A polygon, since style sheets rarely select
     * one. A colour that librsvg does not know leaves it unfilled.
     */
    String element(SvgSize.ViewBox box, int width, int height) {
        if (colour.isEmpty()) {
            return "";
        }
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
