package io.edgepix.imaging.recognition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what is made of text. */
final class TextKind {
    private static final int LOOKED_AT = 512;

    private TextKind() {}

    /** Null where it is none. */
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

    /** In small letters, from the first that is no space; empty where it is not all text. */
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
