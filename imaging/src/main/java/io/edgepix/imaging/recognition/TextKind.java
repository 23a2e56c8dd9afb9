package io.edgepix.imaging.recognition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names kinds of text files. */
final class TextKind {
    private static final int LOOKED_AT = 512;

    private TextKind() {}

    /** Returns the name of the kind as it appears in a sentence; null if the file is not text. */
    static @Nullable String of(byte[] bytes) {
        String root = XmlRoot.name(bytes).toLowerCase(Locale.ROOT);
        if (root.equals("svg")) {
            return "SVG";
        }
        String start = start(bytes);
        if (root.equals("html") || start.startsWith("<!doctype html")) {
            return "HTML";
        }
        if (!root.isEmpty() || start.startsWith("<?xml")) {
            return "XML";
        }
        if (start.isEmpty()) {
            return null;
        }
        return start.startsWith("{") || start.startsWith("[") ? "JSON" : "text";
    }

    /** Returns the beginning in lower case, without white space before it; empty if it is not all text. */
    private static String start(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            int value = bytes[i] & 0xFF;
            boolean control = value < ' ' && value != '\t' && value != '\n' && value != '\r' && value != '\f';
            if (control || value == 0x7F) {
                return "";
            }
            text.append((char) value);
        }
        String start = text.toString().strip();
        return start.startsWith("\u00EF\u00BB\u00BF")
                ? start.substring(3).strip().toLowerCase(Locale.ROOT)
                : start.toLowerCase(Locale.ROOT);
    }
}
