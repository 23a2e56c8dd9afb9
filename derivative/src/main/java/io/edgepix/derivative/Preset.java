package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * A size that goes by a name, with options if it has any: {@code 368x} or {@code 200x200-cover-fp30x70-q60}.
 *
 * @param fit null for the configured default
 * @param focus null for the centre
 * @param quality 1 to 100, or {@link Quality#DEFAULT}
 */
public record Preset(Size size, @Nullable Fit fit, @Nullable Focus focus, int quality) {
    /**
     * Reads {@code SIZE[-FIT][-fpXxY][-qQUALITY]}, a focal point in percent.
     *
     * @throws MalformedException if the text is anything else
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

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(size.toString());
        if (fit != null) {
            text.append('-').append(fit.token());
        }
        if (focus != null) {
            focus.appendTo(text.append("-fp"));
        }
        return (quality == Quality.DEFAULT ? text : text.append("-q").append(quality)).toString();
    }
}
