package io.edgepix.imaging.svg;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The intrinsic size of a drawing in CSS pixels, as browsers derive it from the attributes of the root (CSS Images 3,
 * 4.2 "CSS object negotiation"; SVG 2, 8.12 "Intrinsic sizing properties").
 *
 * @param viewBox the viewBox for a viewport of that size
 * @param keepsAspect whether the drawing keeps its aspect ratio in a viewport with a different one
 */
record SvgSize(double width, double height, ViewBox viewBox, boolean keepsAspect) {
    /** The width of a drawing that has neither a size nor an aspect ratio (CSS 2, 10.3.2). */
    private static final double DEFAULT_WIDTH = 300;

    private static final double DEFAULT_HEIGHT = 150;

    /** The relative difference of aspect ratios that counts as rounding. */
    private static final double TOLERANCE = 0.005;

    private static final int LONGEST_NUMBER = 64;

    /**
     * The values of {@code preserveAspectRatio} that stretch a drawing. The default replaces an invalid value (SVG 2,
     * 8.7).
     */
    private static final Pattern STRETCHES = Pattern.compile("\\s*none(?:\\s+(?:meet|slice))?\\s*");

    private static final Pattern LENGTH =
            Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:e[+-]?[0-9]+)?)([a-z]*)");

    /** Each unit in pixels (CSS Values 3, 6.1 and 6.2), for a font size of 16 px. */
    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("px", 1.0),
            Map.entry("in", 96.0),
            Map.entry("cm", 96 / 2.54),
            Map.entry("mm", 96 / 25.4),
            Map.entry("q", 96 / 101.6),
            Map.entry("pt", 96 / 72.0),
            Map.entry("pc", 16.0),
            Map.entry("em", 16.0),
            Map.entry("rem", 16.0),
            Map.entry("ex", 8.0),
            Map.entry("ch", 8.0));

    /** The part of the coordinate system that the viewport shows. */
    record ViewBox(double x, double y, double width, double height) {
        @Override
        public String toString() {
            return x + " " + y + " " + width + " " + height;
        }
    }

    /**
     * Returns the size from the attributes of the root element.
     *
     * @throws IOException if a side is not over 0 or not finite, or a side of the viewBox is 0
     */
    static SvgSize of(Map<String, String> root) throws IOException {
        OptionalDouble width = side(root.get("width"));
        OptionalDouble height = side(root.get("height"));
        Optional<ViewBox> viewBox = viewBox(root.get("viewBox"));
        boolean stretches =
                STRETCHES.matcher(root.getOrDefault("preserveAspectRatio", "")).matches();
        double aspect =
                stretches ? 0 : viewBox.map(box -> box.width() / box.height()).orElse(0.0);
        if (aspect > 0 && width.isEmpty() && height.isEmpty()) {
            double wide = Math.min(DEFAULT_WIDTH, DEFAULT_HEIGHT * aspect);
            return of(wide, wide / aspect, viewBox, stretches);
        }
        double wide = width.orElse(aspect > 0 && height.isPresent() ? height.getAsDouble() * aspect : DEFAULT_WIDTH);
        double high = height.orElse(aspect > 0 ? wide / aspect : DEFAULT_HEIGHT);
        return of(wide, high, viewBox, stretches);
    }

    private static SvgSize of(double width, double height, Optional<ViewBox> stated, boolean stretches)
            throws IOException {
        if (!(width > 0 && height > 0) || Double.isInfinite(width) || Double.isInfinite(height)) {
            throw new IOException("Expected a finite size over 0, got " + width + "x" + height);
        }
        if (stated.isEmpty()) {
            return new SvgSize(width, height, new ViewBox(0, 0, width, height), false);
        }
        ViewBox viewBox = stated.get();
        double difference = width / height / (viewBox.width() / viewBox.height()) - 1;
        return new SvgSize(width, height, viewBox, !stretches && Math.abs(difference) > TOLERANCE);
    }

    /** Returns a side; empty for percentages, which refer to a page, and for invalid lengths. */
    private static OptionalDouble side(@Nullable String text) throws IOException {
        OptionalDouble length = text == null ? OptionalDouble.empty() : length(text);
        if (length.isPresent() && length.getAsDouble() <= 0) {
            throw new IOException("Expected a side over 0, got " + text);
        }
        return length;
    }

    /** Returns a length in pixels; empty if it is invalid, or relative to something else. */
    static OptionalDouble length(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = LENGTH.matcher(stripped);
        if (stripped.length() > LONGEST_NUMBER || !matcher.matches()) {
            return OptionalDouble.empty();
        }
        Double unit = UNITS.get(matcher.group(2));
        return unit == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(matcher.group(1)) * unit);
    }

    private static Optional<ViewBox> viewBox(@Nullable String text) throws IOException {
        String[] numbers = text == null ? new String[0] : text.strip().split("[\\s,]+", 5);
        if (numbers.length != 4) {
            return Optional.empty();
        }
        double[] values = new double[4];
        for (int i = 0; i < 4; i++) {
            Matcher matcher = LENGTH.matcher(numbers[i].toLowerCase(Locale.ROOT));
            if (numbers[i].length() > LONGEST_NUMBER
                    || !matcher.matches()
                    || !matcher.group(2).isEmpty()) {
                return Optional.empty();
            }
            values[i] = Double.parseDouble(matcher.group(1));
        }
        if (values[2] == 0 || values[3] == 0) {
            throw new IOException("Expected a viewBox with an area, got " + text);
        }
        return values[2] < 0 || values[3] < 0
                ? Optional.empty()
                : Optional.of(new ViewBox(values[0], values[1], values[2], values[3]));
    }
}
