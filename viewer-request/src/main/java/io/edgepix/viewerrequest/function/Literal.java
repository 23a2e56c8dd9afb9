package io.edgepix.viewerrequest.function;

import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Preset;
import io.edgepix.derivative.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes values as JavaScript. */
final class Literal {
    private Literal() {}

    /** Returns a string literal in ASCII. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('\'').toString();
    }

    /** Returns the two sides. */
    static String of(Size size) {
        return "[" + size.width() + "," + size.height() + "]";
    }

    /** Returns width, height, fit, focus and quality; those at the end that the preset does not have are left out. */
    static String of(Preset preset) {
        List<String> parts = new ArrayList<>(List.of(
                String.valueOf(preset.size().width()),
                String.valueOf(preset.size().height()),
                preset.fit() == null ? "0" : of(preset.fit().token()),
                preset.focus() == null ? "0" : of(preset.focus()),
                String.valueOf(preset.quality())));
        while (parts.size() > 2 && parts.getLast().equals("0")) {
            parts.removeLast();
        }
        return "[" + String.join(",", parts) + "]";
    }

    private static String of(Focus focus) {
        return "[" + focus.x() + "," + focus.y() + "]";
    }

    /** Returns a list of literals. */
    static String list(List<String> literals) {
        return literals.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
