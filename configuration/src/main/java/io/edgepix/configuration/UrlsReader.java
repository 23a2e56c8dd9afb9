package io.edgepix.configuration;

import com.google.gson.JsonElement;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.UrlMatch;
import io.edgepix.derivative.UrlTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code urls} of {@code edgepix.json}. */
final class UrlsReader {
    private static final List<String> NAMES = List.of(
            UrlTemplate.KEY,
            UrlTemplate.PRESET,
            UrlTemplate.WIDTH,
            UrlTemplate.HEIGHT,
            UrlTemplate.FIT,
            UrlTemplate.QUALITY,
            UrlTemplate.FORMAT,
            UrlTemplate.EXTENSION,
            UrlTemplate.NUMBER);

    /** Characters that clients encode in a path (RFC 3986 section 3.3, beyond ASCII RFC 3987). */
    private static final String ENCODED = " \"#<>?[\\]^`|";

    /** The extent of the check. */
    enum Check {
        /** Each template, and whether a URL could be read in two ways. */
        EVERYTHING,
        /** Only each template by itself. */
        FIELDS
    }

    private final String field;
    private final String text;
    private final List<String> presets;

    private UrlsReader(String field, String text, List<String> presets) {
        this.field = field;
        this.text = text;
        this.presets = presets;
    }

    /**
     * Reads templates.
     *
     * @param presets the names of the presets
     * @param mistakes receives templates that never apply, and URLs that could be read in two ways
     */
    static List<UrlTemplate> read(List<JsonElement> listed, List<String> presets, Check check, Mistakes mistakes) {
        List<UrlTemplate> urls = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            String field = "urls[" + i + "]";
            JsonElement value = listed.get(i);
            boolean compared =
                    check == Check.EVERYTHING && urls.size() == i; // else the numbers in messages would be wrong
            UrlTemplate url = mistakes.<@Nullable UrlTemplate>or(null, () -> {
                UrlTemplate read = read(field, value, presets, check);
                if (compared) {
                    UrlReadings.demandNew(field, read, urls, presets);
                }
                return read;
            });
            if (url != null) {
                urls.add(url);
            }
        }
        return List.copyOf(urls);
    }

    private static UrlTemplate read(String field, JsonElement value, List<String> presets, Check check) {
        String text = Fields.text(value)
                .orElseThrow(() -> new ConfigException(
                        field,
                        "expected a text in quotes, for example \"/{width}x{height}/{key}\", got "
                                + Fields.kind(value)));
        return new UrlsReader(field, text, presets).read(check);
    }

    private UrlTemplate read(Check check) {
        demand(text.startsWith("/"), "must start with a slash");
        demandBraces();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            demand(ENCODED.indexOf(c) < 0, "'" + c + "' is not allowed in a path; percent-encode it");
        }
        UrlTemplate url = parsed();
        demand(!new Key(text).hasDotSegment(), "must not have . or .. between slashes");
        demandNames(url.names());
        if (check == Check.EVERYTHING) {
            UrlReadings.demandOne(field, url, presets);
        }
        demandBorders(url);
        return url;
    }

    private void demandBraces() {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{' || text.charAt(i) == '}') {
                demand((text.charAt(i) == '}') == (open >= 0), "braces must enclose the name of a part, as in {key}");
                open = open < 0 ? i : -1;
            }
        }
        demand(open < 0, "braces must enclose the name of a part, as in {key}");
    }

    private UrlTemplate parsed() {
        try {
            return UrlTemplate.parse(text);
        } catch (MalformedException e) {
            throw new ConfigException(
                    field, "must be percent-encoded UTF-8 without control characters; a percent sign is %25");
        }
    }

    private void demandNames(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            demand(
                    NAMES.contains(name),
                    "{" + name + "} is not a part; the parts are {" + String.join("}, {", NAMES) + "}");
            demand(names.indexOf(name) == i, "{" + name + "} may appear only once");
        }
        demand(names.contains(UrlTemplate.KEY), "must have {key}, which stands for the key of the original");
        boolean sides = names.contains(UrlTemplate.WIDTH) || names.contains(UrlTemplate.HEIGHT);
        boolean preset = names.contains(UrlTemplate.PRESET);
        demand(sides || preset, "must have a size: {width}, {height} or both, or {preset}");
        demand(!sides || !preset, "{preset} already sets the size; remove it, or remove {width} and {height}");
        demand(!preset || !presets.isEmpty(), "{preset} needs a preset, and there is none");
    }

    /** Checks the characters around a part of digits. They must not be digits, as the part matches all digits there. */
    private void demandBorders(UrlTemplate url) {
        for (int i = 0; i < url.names().size(); i++) {
            String name = url.names().get(i);
            String before = url.literals().get(i);
            String behind = url.literals().get(i + 1);
            if (before.isEmpty()) {
                throw new ConfigException(
                        field, "{" + url.names().get(i - 1) + "} and {" + name + "} need text between them");
            }
            boolean words = UrlTemplate.word(name, 0, presets) != null;
            if (!words && !name.equals(UrlTemplate.KEY)) {
                demandBorder(name, before.charAt(before.length() - 1));
                demandBorder(name, behind.isEmpty() ? '/' : behind.charAt(0));
            }
        }
    }

    private void demandBorder(String name, char beside) {
        demand(
                !UrlMatch.isOf(name, beside),
                "'" + beside + "' next to {" + name + "} could belong to it; use a different character there");
    }

    private void demand(boolean met, String demand) {
        if (!met) {
            throw new ConfigException(field, demand);
        }
    }
}
