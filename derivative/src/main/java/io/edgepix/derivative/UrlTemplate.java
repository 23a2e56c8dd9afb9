package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template of URLs that request a derivative, such as {@code /{width}x{height}/{key}}. It consists of literal text,
 * and of parts in braces.
 *
 * @param text as in {@code edgepix.json}
 * @param literals the percent-decoded texts before, between and after the parts; one more than there are names
 * @param names of the parts
 */
public record UrlTemplate(String text, List<String> literals, List<String> names) {
    public static final String KEY = "key";
    public static final String PRESET = "preset";
    public static final String WIDTH = "width";
    public static final String HEIGHT = "height";
    public static final String QUALITY = "quality";
    public static final String FIT = "fit";
    public static final String FORMAT = "format";
    public static final String EXTENSION = "ext";
    public static final String NUMBER = "n";

    /**
     * Parses a template. Its braces must be balanced; nothing else is checked.
     *
     * @throws MalformedException if literal text is not percent-encoded UTF-8
     */
    public static UrlTemplate parse(String text) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int at = 0;
        int open = text.indexOf('{');
        while (open >= 0) {
            literals.add(PercentEncoding.decode(text.substring(at, open), 0));
            at = text.indexOf('}', open) + 1;
            names.add(text.substring(open + 1, at - 1));
            open = text.indexOf('{', at);
        }
        literals.add(PercentEncoding.decode(text.substring(at), 0));
        return new UrlTemplate(text, literals, names);
    }

    /**
     * Returns one of the words that a part matches.
     *
     * @param number from 0
     * @return null after the last, and for parts that do not match words
     */
    public static @Nullable String word(String name, int number, List<String> presets) {
        if (name.equals(PRESET)) {
            return number < presets.size() ? presets.get(number) : null;
        }
        if (name.equals(FIT)) {
            return Fit.word(number);
        }
        return name.equals(FORMAT) ? Format.word(number) : null;
    }
}
