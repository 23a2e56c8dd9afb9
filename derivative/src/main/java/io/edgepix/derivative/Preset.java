package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * A size with optional fit, focus and quality, such as {@code 368x} or {@code 200x200-cover-fp30x70-q60}.
 *
 * @param fit null for the configured default
 * @param focus null for the centre
 * @param quality 1 to 100, or {@link Quality#DEFAULT}
 */
public record Preset(Size size, @Nullable Fit fit, @Nullable Focus focus, int quality) {
    /**
     * Parses {@code SIZE[-FIT][-fpXxY][-qQUALITY]}, with the focal point in percent.
     *
     * @throws MalformedException if the text has a different form
     */
    public static Preset parse(String text) {
        int hyphen = text.indexOf('-');
        Size size = Size.parse(hyphen < 0 ? text : text.substring(0, hyphen));
        Fit fit = null;
        Focus focus = null;
        int quality = Quality.DEFAULT;
        while (hyphen >= 0) {
            int next = text.indexOf('-', hyphen + 1);
            String option = text.substring(hyphen + 1, next < 0 ? text.length() : next);
            if (option.startsWith("q")) {
                quality = Quality.parse(option.substring(1));
            } else if (option.startsWith("fp")) {
                focus = Focus.ofToken(option.substring(2));
            } else {
                fit = Fit.of(option);
            }
            hyphen = next;
        }
        return new Preset(size, fit, focus, quality);
    }

    /** Returns the text that {@link #parse} accepts. */
    @Override
    public String toString() {
        Text text = size.appendTo(new Text());
        if (fit != null) {
            text.add("-").add(fit.token());
        }
        if (focus != null) {
            focus.appendTo(text.add("-fp"));
        }
        return (quality == Quality.DEFAULT ? text : text.add("-q").add(quality)).toString();
    }
}
