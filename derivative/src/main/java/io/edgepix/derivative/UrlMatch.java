package io.edgepix.derivative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path that matches a template. Each path has only one reading, as {@code configuration} checks. */
public final class UrlMatch {
    private final UrlTemplate template;
    private final String path;
    private final List<String> presets;
    private final String[] values;

    private UrlMatch(UrlTemplate template, String path, List<String> presets) {
        this.template = template;
        this.path = path;
        this.presets = presets;
        this.values = new String[template.names().size()];
    }

    /**
     * Matches a path with a template.
     *
     * @param path percent-decoded, with the leading slash
     * @param presets the names that {@code {preset}} matches
     * @return null if the path does not match
     */
    public static @Nullable UrlMatch of(UrlTemplate template, String path, List<String> presets) {
        if (!path.startsWith(template.literals().get(0))) {
            return null;
        }
        UrlMatch match = new UrlMatch(template, path, presets);
        return match.fits(0, 0) ? match : null;
    }

    /** Returns the key of the original. */
    public Key original() {
        String key = value(UrlTemplate.KEY);
        String extension = value(UrlTemplate.EXTENSION);
        return new Key(
                extension.isEmpty()
                        ? key
                        : new Text().add(key).add(".").add(extension).toString());
    }

    /** Returns the requested size as a {@code d} of a query string: the name of a preset, or a width and a height. */
    public String size() {
        String preset = value(UrlTemplate.PRESET);
        return preset.isEmpty()
                ? new Text()
                        .add(side(UrlTemplate.WIDTH))
                        .add("x")
                        .add(side(UrlTemplate.HEIGHT))
                        .toString()
                : preset;
    }

    /**
     * Tells whether the path matches from an index on: first the literal before a part, then the rest of the template.
     */
    private boolean fits(int part, int from) {
        String literal = template.literals().get(part);
        int at = from + literal.length();
        if (!path.startsWith(literal, from)) {
            return false;
        }
        if (part == template.names().size()) {
            return at == path.length();
        }
        String name = template.names().get(part);
        if (name.equals(UrlTemplate.KEY)) {
            String next = template.literals().get(part + 1);
            int end = path.lastIndexOf(next);
            while (end > at && !ends(part, at, end)) {
                end = path.lastIndexOf(next, end - 1);
            }
            return end > at;
        }
        for (int i = 0; ; i++) {
            String word = UrlTemplate.word(name, i, presets);
            if (word == null) {
                return i == 0 && run(name, part, at);
            }
            if (path.startsWith(word, at) && ends(part, at, at + word.length())) {
                return true;
            }
        }
    }

    private boolean run(String name, int part, int at) {
        int end = at;
        while (end < path.length() && isOf(name, path.charAt(end))) {
            end++;
        }
        return end > at && ends(part, at, end);
    }

    private boolean ends(int part, int at, int end) {
        boolean fits = fits(part + 1, end);
        if (fits) {
            values[part] = path.substring(at, end);
        }
        return fits;
    }

    /** Tells whether a part that consists of digits, or of letters and digits, may contain a character. */
    public static boolean isOf(String name, char c) {
        int lower = c | 0x20;
        return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z' && name.equals(UrlTemplate.EXTENSION));
    }

    /** Returns the value of a part, or an empty text if the template has no such part. */
    public String value(String name) {
        for (int i = 0; i < values.length; i++) {
            if (template.names().get(i).equals(name)) {
                return values[i];
            }
        }
        return "";
    }

    /** Returns a side of the size, or an empty text for a side of 0, which is free. */
    private String side(String name) {
        String side = value(name);
        return Digits.parse(side, 0) == 0 ? "" : side;
    }
}
