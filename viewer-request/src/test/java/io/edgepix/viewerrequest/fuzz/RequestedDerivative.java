package io.edgepix.viewerrequest.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * The derivative that a request asks for, before the size policy is applied.
 *
 * @param box null for {@code d=auto}
 * @param thousandths the requested device pixel ratio in thousandths, or 0 for none
 * @param quality the requested quality, or 0 for none
 */
record RequestedDerivative(
        @Nullable Box box,
        int thousandths,
        @Nullable String fit,
        @Nullable Point point,
        @Nullable String format,
        int quality) {
    /** A focal point in percent. */
    record Point(int x, int y) {
        static final Point MIDDLE = new Point(50, 50);

        Point snapped() {
            return new Point((x + 5) / 10 * 10, (y + 5) / 10 * 10);
        }
    }

    static RequestedDerivative ofBox(Box box) {
        return new RequestedDerivative(box, 0, null, null, null, 0);
    }

    /** Parses a preset such as {@code 96x96-cover-fp20x44-q60}. */
    static RequestedDerivative ofPreset(String text) {
        String[] words = text.split("-", -1);
        RequestedDerivative requested = ofBox(Box.of(words[0]));
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("q")) {
                requested = requested.withQuality(Integer.parseInt(words[i].substring(1)));
            } else if (words[i].startsWith("fp")) {
                Box point = Box.of(words[i].substring(2));
                requested = requested.withPoint(new Point(point.width(), point.height()));
            } else {
                requested = requested.withFit(words[i]);
            }
        }
        return requested;
    }

    /** Returns the box, and fails for {@code d=auto}. */
    Box requiredBox() {
        if (box == null) {
            throw new IllegalStateException("expected a box, got d=auto");
        }
        return box;
    }

    /**
     * Returns this request with the size of a preset. Options that this request does not state are those of the preset.
     */
    RequestedDerivative over(RequestedDerivative preset) {
        return new RequestedDerivative(
                preset.box,
                thousandths,
                fit == null ? preset.fit : fit,
                point == null ? preset.point : point,
                format,
                quality == 0 ? preset.quality : quality);
    }

    RequestedDerivative withRatio(int ratio) {
        return new RequestedDerivative(box, ratio, fit, point, format, quality);
    }

    RequestedDerivative withFit(String other) {
        return new RequestedDerivative(box, thousandths, other, point, format, quality);
    }

    RequestedDerivative withPoint(Point other) {
        return new RequestedDerivative(box, thousandths, fit, other, format, quality);
    }

    RequestedDerivative withFormat(String other) {
        return new RequestedDerivative(box, thousandths, fit, point, other, quality);
    }

    RequestedDerivative withQuality(int other) {
        return new RequestedDerivative(box, thousandths, fit, point, format, other);
    }
}
