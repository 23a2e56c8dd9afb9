package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * A size that goes by a name, with options if it has any: {@code 368x} or {@code 200x200-cover-q60}.
 *
 * @param fit null for the configured default
 * @param quality 1 to 100, or {@link Quality#DEFAULT}
 */
public record Preset(Size size, @Nullable Fit fit, int quality) {
    /**
     * Reads {@code SIZE[-FIT][-qQUALITY]}.
     *
     * @throws MalformedException if the text is anything else
     */
    public static Preset parse(String text) {
        int hyphen = text.indexOf('-');
        Size size = Size.parse(hyphen < 0 ? text : text.substring(0, hyphen));
        Fit fit = null;
        int quality = Quality.DEFAULT;
        while (hyphen >= 0) {
            int next = text.indexOf('-', hyphen + 1);
            String option = text.substring(hyphen + 1, next < 0 ? text.length() : next);
            if (option.startsWith("q")) {
                quality = Quality.parse(option.substring(1));
            } else {
                fit = Fit.of(option);
            }
            hyphen = next;
        }
        return new Preset(size, fit, quality);
    }
}
