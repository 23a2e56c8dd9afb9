package io.edgepix.viewerrequest.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for, before any policy.
 *
 * @param asked null for {@code d=auto}
 * @param thousandths of the ratio that is asked for, 0 where none is
 * @param quality 0 where none is asked for
 */
record Wish(
        @Nullable Box asked,
        int thousandths,
        @Nullable String fit,
        @Nullable Point point,
        @Nullable String format,
        int quality) {
    /** In percent. */
    record Point(int x, int y) {
        static final Point MIDDLE = new Point(50, 50);

        Point snapped() {
            return new Point((x + 5) / 10 * 10, (y + 5) / 10 * 10);
        }
    }

    static Wish ofBox(Box box) {
        return new Wish(box, 0, null, null, null, 0);
    }

    /** What {@code 96x96-cover-fp20x44-q60} says. */
    static Wish ofPreset(String text) {
        String[] words = text.split("-", -1);
        Wish wish = ofBox(Box.of(words[0]));
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("q")) {
                wish = wish.withQuality(Integer.parseInt(words[i].substring(1)));
            } else if (words[i].startsWith("fp")) {
                Box point = Box.of(words[i].substring(2));
                wish = wish.withPoint(new Point(point.width(), point.height()));
            } else {
                wish = wish.withFit(words[i]);
            }
        }
        return wish;
    }

    /** The box, of a wish that is not for {@code d=auto}. */
    Box box() {
        if (asked == null) {
            throw new IllegalStateException("no box");
        }
        return asked;
    }

    /** The same where this says it, and else what a preset says. */
    Wish over(Wish preset) {
        return new Wish(
                preset.asked,
                thousandths,
                fit == null ? preset.fit : fit,
                point == null ? preset.point : point,
                format,
                quality == 0 ? preset.quality : quality);
    }

    Wish withRatio(int ratio) {
        return new Wish(asked, ratio, fit, point, format, quality);
    }

    Wish withFit(String other) {
        return new Wish(asked, thousandths, other, point, format, quality);
    }

    Wish withPoint(Point other) {
        return new Wish(asked, thousandths, fit, other, format, quality);
    }

    Wish withFormat(String other) {
        return new Wish(asked, thousandths, fit, point, other, quality);
    }

    Wish withQuality(int other) {
        return new Wish(asked, thousandths, fit, point, format, other);
    }
}
