package io.edgepix.imaging.recognition;

import java.util.Locale;
import java.util.Optional;

/** Names kinds of text files. */
final class TextKind {
    private static final int LOOKED_AT = 512;

    private TextKind() {}

    /** Returns the name of the kind as used in a sentence; empty if the file is not text. */
    static Optional<String> of(byte[] bytes) {
        Optional<String> root = XmlRoot.name(bytes).map(name -> name.toLowerCase(Locale.ROOT));
        if (root.filter("svg"::equals).isPresent()) {
            return Optional.of("SVG");
        }
        Optional<String> start = start(bytes);
        if (root.filter("html"::equals).isPresent() || begins(start, "<!doctype html")) {
            return Optional.of("HTML");
        }
        if (root.isPresent() || begins(start, "<?xml")) {
            return Optional.of("XML");
        }
        return start.map(text -> text.startsWith("{") || text.startsWith("[") ? "JSON" : "text");
    }

    private static boolean begins(Optional<String> start, String text) {
        return start.filter(each -> each.startsWith(text)).isPresent();
    }

    /** Returns the beginning in lower case, without leading white space; empty if there is none, or it is not text. */
    private static Optional<String> start(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            int value = bytes[i] & 0xFF;
            boolean control = value < ' ' && value != '\t' && value != '\n' && value != '\r' && value != '\f';
            if (control || value == 0x7F) {
                return Optional.empty();
            }
            text.append((char) value);
        }
        String start = text.toString().strip();
        String unmarked =
                start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3).strip() : start;
        return unmarked.isEmpty() ? Optional.empty() : Optional.of(unmarked.toLowerCase(Locale.ROOT));
    }
}
