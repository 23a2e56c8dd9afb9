package io.edgepix.imaging.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

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

    private record Point(double x, double y) {}

    /** Tells whether a text contains {@code transform-origin}. */
    static boolean isIn(String text) {
        return text.contains(ORIGIN);
    }

    /** Returns the value of the attribute {@code transform} with the origin merged in; empty if it stays unchanged. */
    Optional<String> ofAttributes(Optional<String> transform, Optional<String> origin, Optional<String> box) {
        Optional<Point> point =
                transform.isPresent() && isOfViewBox(box) ? origin.flatMap(this::point) : Optional.empty();
        return point.map(at ->
                "translate(" + at.x + " " + at.y + ") " + transform.get() + " translate(" + -at.x + " " + -at.y + ")");
    }

    /**
     * Returns the declarations with the origin merged into the transformation, or unchanged if one of the two is
     * missing.
     */
    List<Css.Declaration> ofDeclarations(List<Css.Declaration> declarations) {
        Optional<String> transform = Css.value(declarations, TRANSFORM).filter(value -> value.endsWith(")"));
        Optional<Point> point = Css.value(declarations, ORIGIN).flatMap(this::point);
        if (transform.isEmpty() || point.isEmpty() || !isOfViewBox(Css.value(declarations, BOX))) {
            return declarations;
        }
        Point at = point.get();
        String there = "translate(" + at.x + "px," + at.y + "px) ";
        String back = " translate(" + -at.x + "px," + -at.y + "px)";
        List<Css.Declaration> changed = new ArrayList<>(declarations);
        changed.removeIf(each -> each.name().equals(TRANSFORM) || each.name().equals(ORIGIN));
        changed.add(new Css.Declaration(TRANSFORM, there + transform.get() + back));
        return changed;
    }

    private static boolean isOfViewBox(Optional<String> box) {
        return box.map(value -> value.strip().equals("view-box")).orElse(true);
    }

    private Optional<Point> point(String origin) {
        List<String> words =
                Arrays.asList(origin.strip().toLowerCase(Locale.ROOT).split("[\\s,]+", 4));
        String first = words.getFirst();
        String second = words.size() > 1 ? words.get(1) : "center";
        boolean turned = isOneOf(first, "top", "bottom") || isOneOf(second, "left", "right");
        OptionalDouble x = offset(turned ? second : first, "left", "right", width);
        OptionalDouble y = offset(turned ? first : second, "top", "bottom", height);
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Point(x.getAsDouble(), y.getAsDouble()))
                : Optional.empty();
    }

    private static boolean isOneOf(String word, String one, String other) {
        return word.equals(one) || word.equals(other);
    }

    private static OptionalDouble offset(String word, String start, String end, double side) {
        if (word.equals(start)) {
            return OptionalDouble.of(0);
        }
        if (word.equals("center")) {
            return part(0.5, side);
        }
        if (word.equals(end)) {
            return part(1, side);
        }
        if (word.endsWith("%")) {
            OptionalDouble percent = SvgSize.length(word.substring(0, word.length() - 1));
            return percent.isEmpty() ? percent : part(percent.getAsDouble() / 100, side);
        }
        return SvgSize.length(word);
    }

    /** Returns a fraction of a side; empty if the side is not known. */
    private static OptionalDouble part(double part, double side) {
        return Double.isNaN(side) ? OptionalDouble.empty() : OptionalDouble.of(part * side);
    }
}
