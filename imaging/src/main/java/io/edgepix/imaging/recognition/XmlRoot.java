package io.edgepix.imaging.recognition;

import io.edgepix.imaging.bytes.Bytes;
import java.util.Optional;

/**
 * Finds the root element of an XML document, after everything that XML allows before it (XML 1.0, production 22). It
 * makes one pass, which ends at the root.
 */
public final class XmlRoot {
    /** Stands for the end of the document. It is an {@code int}, since it is compared with characters. */
    private static final int END = -1;

    private static final int FOREIGN = 0xFFFF;
    private static final int LONGEST = 64;

    private final byte[] bytes;
    private final int step;
    private int at;

    private XmlRoot(byte[] bytes, int start, int step) {
        this.bytes = bytes;
        this.at = start;
        this.step = step;
    }

    /**
     * Returns the root's name without its prefix; empty if there is no root. The encoding can be UTF-8, an extension of
     * ASCII, or UTF-16.
     */
    public static Optional<String> name(byte[] bytes) {
        XmlRoot root = of(bytes);
        return root.isBehindProlog() ? root.name() : Optional.empty();
    }

    private static XmlRoot of(byte[] bytes) {
        if (Bytes.has(bytes, 0, "\u00EF\u00BB\u00BF")) {
            return new XmlRoot(bytes, 3, 1);
        }
        if (Bytes.has(bytes, 0, "\u00FF\u00FE")) {
            return new XmlRoot(bytes, 2, 2);
        }
        if (Bytes.has(bytes, 0, "\u00FE\u00FF")) {
            return new XmlRoot(bytes, 3, 2);
        }
        if (Bytes.has(bytes, 0, "\0<")) {
            return new XmlRoot(bytes, 1, 2);
        }
        return new XmlRoot(bytes, 0, Bytes.has(bytes, 0, "<\0") ? 2 : 1);
    }

    /**
     * Returns the character {@code further} characters ahead if it is ASCII, {@link #FOREIGN} for any other character,
     * and {@link #END} after the last one. In UTF-16, an ASCII character is in the lower byte.
     */
    private int peek(int further) {
        int index = at + further * step;
        if (index >= bytes.length) {
            return END;
        }
        int other = index ^ 1;
        boolean beyond = step == 2 && other < bytes.length && bytes[other] != 0;
        return beyond || bytes[index] < 0 ? FOREIGN : bytes[index];
    }

    private boolean skip(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        at += text.length() * step;
        return true;
    }

    private boolean skipBehind(String end) {
        while (!skip(end)) {
            if (peek(0) == END) {
                return false;
            }
            at += step;
        }
        return true;
    }

    private boolean isBehindProlog() {
        while (true) {
            while (isSpace(peek(0))) {
                at += step;
            }
            boolean whole;
            if (skip("<?")) {
                whole = skipBehind("?>");
            } else if (skip("<!--")) {
                whole = skipBehind("-->");
            } else if (skip("<!DOCTYPE")) {
                whole = skipDeclarations();
            } else {
                return skip("<");
            }
            if (!whole) {
                return false;
            }
        }
    }

    /** Skips a document type declaration with its internal subset. */
    private boolean skipDeclarations() {
        int depth = 0;
        while (peek(0) != END) {
            if (skip("<!--")) {
                skipBehind("-->");
            } else if (skip("<?")) {
                skipBehind("?>");
            } else if (skip("\"")) {
                skipBehind("\"");
            } else if (skip("'")) {
                skipBehind("'");
            } else if (skip("[")) {
                depth++;
            } else if (skip("]")) {
                depth--;
            } else if (depth == 0 && skip(">")) {
                return true;
            } else {
                at += step;
            }
        }
        return false;
    }

    private Optional<String> name() {
        StringBuilder name = new StringBuilder();
        while (name.length() < LONGEST && isOfName(peek(0))) {
            name.append((char) peek(0));
            at += step;
        }
        boolean ends = isSpace(peek(0)) || peek(0) == '>' || peek(0) == '/';
        String local = name.substring(name.lastIndexOf(":") + 1);
        return ends && !local.isEmpty() ? Optional.of(local) : Optional.empty();
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    private static boolean isOfName(int character) {
        return character > ' ' && character < 0x7F && character != '>' && character != '/' && character != '<';
    }
}
