package io.edgepix.bench.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * One diagram: lines over a logarithmic x axis.
 *
 * @param title above the diagram
 * @param x label of the x axis, with its unit
 * @param y label of the y axis, with its unit
 * @param isLogarithmic whether the y axis is logarithmic; if not, it starts at 0
 */
public record Panel(String title, String x, String y, boolean isLogarithmic, List<Series> series) {
    static final int WIDTH = 520;
    static final int HEIGHT = 360;

    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 90;
    private static final int LEGEND_STEP = 150;
    private static final List<String> COLOURS = List.of("#0b6bcb", "#c2410c", "#15803d", "#7e22ce");

    /** Returns the SVG elements, with the upper left corner at the origin. */
    String svg() {
        Scale across =
                Scale.Logarithmic.over(xs().min().orElseThrow(), xs().max().orElseThrow());
        double most = ys().max().orElseThrow();
        Scale up = isLogarithmic ? Scale.Logarithmic.over(ys().min().orElseThrow(), most) : Scale.Linear.over(most);
        StringBuilder svg = new StringBuilder();
        svg.append(text(WIDTH / 2.0, 22, "middle", "title", title));
        for (double tick : across.ticks()) {
            double at = LEFT + across.position(tick) * innerWidth();
            svg.append(line(at, TOP, at, TOP + innerHeight(), "grid"));
            svg.append(text(at, TOP + innerHeight() + 18, "middle", "tick", number(tick)));
        }
        for (double tick : up.ticks()) {
            double at = TOP + (1 - up.position(tick)) * innerHeight();
            svg.append(line(LEFT, at, LEFT + innerWidth(), at, "grid"));
            svg.append(text(LEFT - 6, at + 4, "end", "tick", number(tick)));
        }
        svg.append(text(LEFT + innerWidth() / 2, TOP + innerHeight() + 40, "middle", "label", x));
        svg.append("<g transform=\"translate(16,%s) rotate(-90)\">%s</g>\n"
                .formatted(decimal(TOP + innerHeight() / 2), text(0, 0, "middle", "label", y)));
        for (int i = 0; i < series.size(); i++) {
            svg.append(drawn(series.get(i), i, across, up));
        }
        return svg.toString();
    }

    private String drawn(Series one, int index, Scale across, Scale up) {
        String colour = COLOURS.get(index % COLOURS.size());
        List<String> points = one.points().stream()
                .map(point -> decimal(LEFT + across.position(point.x()) * innerWidth()) + ","
                        + decimal(TOP + (1 - up.position(point.y())) * innerHeight()))
                .toList();
        String dots = points.stream()
                .map(point -> point.split(",", 2))
                .map(point ->
                        "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>\n".formatted(point[0], point[1], colour))
                .collect(Collectors.joining());
        double legend = LEFT + (double) index * LEGEND_STEP;
        double below = HEIGHT - 18.0;
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                        .formatted(String.join(" ", points), colour)
                + dots
                + "<rect x=\"%s\" y=\"%s\" width=\"18\" height=\"4\" fill=\"%s\"/>\n"
                        .formatted(decimal(legend), decimal(below - 6), colour)
                + text(legend + 24, below, "start", "legend", one.name());
    }

    private static double innerWidth() {
        return WIDTH - LEFT - RIGHT;
    }

    private static double innerHeight() {
        return HEIGHT - TOP - BOTTOM;
    }

    private DoubleStream xs() {
        return series.stream().flatMap(one -> one.points().stream()).mapToDouble(Series.Point::x);
    }

    private DoubleStream ys() {
        return series.stream().flatMap(one -> one.points().stream()).mapToDouble(Series.Point::y);
    }

    private static String line(double x1, double y1, double x2, double y2, String style) {
        return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n"
                .formatted(decimal(x1), decimal(y1), decimal(x2), decimal(y2), style);
    }

    private static String text(double x, double y, String anchor, String style, String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>\n"
                .formatted(decimal(x), decimal(y), anchor, style, escaped);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Returns the number without trailing zeros. */
    static String number(double tick) {
        return new BigDecimal(tick, new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
