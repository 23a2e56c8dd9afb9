package io.edgepix.imaging.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Finds the rules and declarations of a style sheet (CSS Syntax 3). Supports only the syntax that drawings need. */
final class Css {
    /**
     * A declaration.
     *
     * @param name the property, in lower case unless it is a custom property
     * @param value the value, without white space around it
     */
    record Declaration(String name, String value) {}

    private interface Change {
        String of(String selectors, String block);
    }

    private Css() {}

    /** Returns the style sheet with each comment replaced by a space. */
    static String withoutComments(String sheet) {
        StringBuilder out = new StringBuilder(sheet.length());
        int at = 0;
        for (int start = sheet.indexOf("/*"); start >= 0; start = sheet.indexOf("/*", at)) {
            out.append(sheet, at, start).append(' ');
            int end = sheet.indexOf("*/", start + 2);
            at = end < 0 ? sheet.length() : end + 2;
        }
        return out.append(sheet, at, sheet.length()).toString();
    }

    /** Passes the selectors and the declarations of each rule to a consumer. Rules inside at-rules are skipped. */
    static void rules(String sheet, BiConsumer<String, String> each) {
        withBlocks(sheet, (selectors, block) -> {
            each.accept(selectors, block);
            return block;
        });
    }

    /** Returns the style sheet with changed declarations in each rule that is not inside an at-rule. */
    static String withDeclarations(String sheet, UnaryOperator<String> change) {
        return withBlocks(sheet, (selectors, block) -> change.apply(block));
    }

    private static String withBlocks(String sheet, Change change) {
        StringBuilder out = new StringBuilder(sheet.length());
        int at = 0;
        while (true) {
            boolean isAtRule = sheet.startsWith("@", behindSpace(sheet, at));
            int open = end(sheet, at, '{', isAtRule ? ';' : '{');
            if (open == sheet.length()) {
                return out.append(sheet, at, sheet.length()).toString();
            }
            if (sheet.charAt(open) == ';') {
                out.append(sheet, at, open + 1);
                at = open + 1;
                continue;
            }
            int close = end(sheet, open + 1, '}');
            out.append(sheet, at, open + 1);
            String block = sheet.substring(open + 1, close);
            out.append(isAtRule ? block : change.of(sheet.substring(at, open), block));
            out.append(sheet, close, Math.min(close + 1, sheet.length()));
            at = Math.min(close + 1, sheet.length());
        }
    }

    /** Returns the declarations of a block, in the order of the block. */
    static List<Declaration> declarations(String block) {
        List<Declaration> declarations = new ArrayList<>();
        int at = 0;
        while (at < block.length()) {
            int end = end(block, at, ';');
            int colon = block.indexOf(':', at, end);
            if (colon >= 0) {
                String name = block.substring(at, colon).strip();
                declarations.add(new Declaration(
                        name.startsWith("--") ? name : name.toLowerCase(Locale.ROOT),
                        block.substring(colon + 1, end).strip()));
            }
            at = end + 1;
        }
        return declarations;
    }

    /** Returns declarations as text. */
    static String text(List<Declaration> declarations) {
        StringBuilder out = new StringBuilder();
        for (Declaration each : declarations) {
            out.append(each.name()).append(':').append(each.value()).append(';');
        }
        return out.toString();
    }

    /** Returns the value of a property's last declaration. */
    static Optional<String> value(List<Declaration> declarations, String name) {
        return declarations.stream()
                .filter(each -> each.name().equals(name))
                .reduce((earlier, later) -> later)
                .map(Declaration::value);
    }

    /** Returns the index of the parenthesis that closes the one opened before the given index. */
    static OptionalInt closing(String text, int from) {
        int end = end(text, from, ')');
        return end == text.length() ? OptionalInt.empty() : OptionalInt.of(end);
    }

    private static int end(String text, int from, char wanted) {
        return end(text, from, wanted, wanted);
    }

    /**
     * Returns the index of the next occurrence of either character outside brackets and strings; the length of the text
     * if there is none.
     */
    private static int end(String text, int from, char wanted, char other) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (depth == 0 && (character == wanted || character == other)) {
                return i;
            }
            switch (character) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                case '"', '\'' -> {
                    int close = text.indexOf(character, i + 1);
                    i = close < 0 ? i : close;
                }
                case '\\' -> i++;
                default -> {}
            }
        }
        return text.length();
    }

    private static int behindSpace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
