package io.edgepix.imaging.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Merges {@code transform-origin} into {@code transform} (CSS Transforms 1, 7 and 8), since librsvg does not support
 * it. Percentages refer to the viewBox, which is the default in SVG.
 *
 * @param width the width of the viewBox; NaN if it is not known
 * @param height the height of the viewBox; NaN if it is not known
 */
record TransformOrigin(double width, double height) {
    private static final String ORIGIN = "transform-origin";
    private static final String TRANSFORM = "transform";
    private static final String BOX = "transform-box";

    /** Whether a text contains {@code transform-origin}. */
    static boolean isIn(String text) {
        return text.contains(ORIGIN);
    }

    /** Returns the value of the attribute {@code transform} with its origin; null if it stays unchanged. */
    @Nullable
    String ofAttributes(@Nullable String transform, @Nullable String origin, @Nullable String box) {
        double[] point = transform == null || origin == null || !isOfViewBox(box) ? null : point(origin);
        return point == null
                ? null
                : "translate(" + point[0] + " " + point[1] + ") " + transform + " translate(" + -point[0] + " "
                        + -point[1] + ")";
    }

    /**
     * Returns the declarations with the origin merged into the transformation, or unchanged if they do not have both.
     */
    List<Css.Declaration> ofDeclarations(List<Css.Declaration> declarations) {
        String transform = Css.value(declarations, TRANSFORM);
        String origin = Css.value(declarations, ORIGIN);
        boolean changes = transform != null
                && origin != null
                && transform.endsWith(")")
                && isOfViewBox(Css.value(declarations, BOX));
        double[] point = changes ? point(origin) : null;
        if (point == null) {
            return declarations;
        }
        String there = "translate(" + point[0] + "px," + point[1] + "px) ";
        String back = " translate(" + -point[0] + "px," + -point[1] + "px)";
        List<Css.Declaration> changed = new ArrayList<>(declarations);
        changed.removeIf(each -> each.name().equals(TRANSFORM) || each.name().equals(ORIGIN));
        changed.add(new Css.Declaration(TRANSFORM, there + transform + back));
        return changed;
    }

    private static boolean isOfViewBox(@Nullable String box) {
        return box == null || box.strip().equals("view-box");
    }

    private double @Nullable [] point(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        List<String> words =
                Arrays.asList(origin.strip().toLowerCase(Locale.ROOT).split("[\\s,]+", 4));
        String first = words.getFirst();
        String second = words.size() > 1 ? words.get(1) : "center";
        boolean turned = isOneOf(first, "top", "bottom") || isOneOf(second, "left", "right");
        Double x = offset(turned ? second : first, "left", "right", width);
        Double y = offset(turned ? first : second, "top", "bottom", height);
        return x == null || y == null ? null : new double[] {x, y};
    }

    private static boolean isOneOf(String word, String one, String other) {
        return word.equals(one) || word.equals(other);
    }

    private static @Nullable Double offset(String word, String start, String end, double side) {
        if (word.equals(start)) {
            return 0.0;
        }
        if (word.equals("center")) {
            return part(0.5, side);
        }
        if (word.equals(end)) {
            return part(1, side);
        }
        if (word.endsWith("%")) {
            Double percent = SvgSize.length(word.substring(0, word.length() - 1));
            return percent == null ? null : part(percent / 100, side);
        }
        return SvgSize.length(word);
    }

    private static @Nullable Double part(double part, double side) {
        return Double.isNaN(side) ? null : Double.valueOf(part * side);
    }
}
