package io.edgepix.imaging.svg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Rewrites a drawing for librsvg. Resolves custom properties and origins of transformations, which librsvg does not
 * support, and replaces characters that no font has with spaces. Everything else stays unchanged.
 */
final class SvgRewriter {
    private static final String VAR = "var(";

    /** The most characters that values of custom properties may add to the document. */
    private static final int MOST_ADDED = 1 << 20;

    /**
     * The state inside an element.
     *
     * @param style whether it is a style sheet
     * @param text whether its text is drawn
     * @param inner whether it is inside a viewport other than the root's
     * @param variables its custom properties
     */
    private record Scope(boolean style, boolean text, boolean inner, CssVariables variables) {
        /** Returns the state outside the root. */
        static Scope outside(CssVariables variables) {
            return new Scope(false, false, false, variables);
        }
    }

    private final String document;
    private final SvgSize size;
    private final Supplier<FontCoverage> fonts;
    private final CssVariables shared = new CssVariables(null);
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final StringBuilder out;
    private final boolean isPlain;
    private OptionalInt missing = OptionalInt.empty();
    private boolean textPath;

    private SvgRewriter(String document, SvgSize size, Supplier<FontCoverage> fonts) {
        this.document = document;
        this.size = size;
        this.fonts = fonts;
        this.out = new StringBuilder(document.length());
        this.isPlain = !document.contains(VAR) && !TransformOrigin.isIn(document);
    }

    /**
     * Returns the rewritten document.
     *
     * @param fonts returns the characters of the fonts; called only if there is text outside ASCII
     * @param notices receives a line for each kind of text that is left out
     */
    static String rewritten(String document, SvgSize size, Supplier<FontCoverage> fonts, Consumer<String> notices) {
        SvgRewriter rewriter = new SvgRewriter(document, size, fonts);
        rewriter.scopes.push(Scope.outside(rewriter.shared));
        if (document.contains(VAR)) {
            rewriter.collect();
        }
        rewriter.write();
        if (rewriter.missing.isPresent()) {
            int first = rewriter.missing.getAsInt();
            notices.accept(String.format(
                    "left out characters that no font has, first U+%04X (%s)",
                    first, Character.UnicodeScript.of(first)));
        }
        if (rewriter.textPath) {
            notices.accept("left out text on a path");
        }
        return rewriter.out.toString();
    }

    /**
     * Collects the custom properties of the root, and of rules that apply to all elements. Properties that other rules
     * set are left without a value.
     */
    private void collect() {
        List<Css.Declaration> elsewhere = new ArrayList<>();
        XmlScanner scanner = new XmlScanner(document);
        boolean style = false;
        boolean root = true;
        while (scanner.next()) {
            switch (scanner.kind()) {
                case START -> {
                    if (root) {
                        shared.add(ownVariables(scanner));
                        root = false;
                    }
                    style = scanner.name().equals("style") && !scanner.isEmpty();
                }
                case TEXT, CDATA -> {
                    if (style) {
                        Css.rules(sheet(scanner), (selectors, block) -> {
                            if (isOfAll(selectors)) {
                                shared.add(Css.declarations(block));
                            } else {
                                elsewhere.addAll(Css.declarations(block));
                            }
                        });
                    }
                }
                case END -> style = false;
                case OTHER -> {}
            }
        }
        elsewhere.forEach(each -> shared.remove(each.name()));
    }

    private static boolean isOfAll(String selectors) {
        for (String selector : selectors.split(",", -1)) {
            switch (selector.strip()) {
                case ":root", "svg", "svg:root", "*" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static String sheet(XmlScanner scanner) {
        return text(scanner).map(Css::withoutComments).orElse("");
    }

    /** Returns the characters of text or CDATA; empty if they refer to an entity that a document type declares. */
    private static Optional<String> text(XmlScanner scanner) {
        return scanner.kind() == XmlScanner.Kind.CDATA
                ? Optional.of(scanner.characters())
                : XmlText.unescaped(scanner.characters());
    }

    private static List<Css.Declaration> ownVariables(XmlScanner tag) {
        for (XmlScanner.Attribute attribute : tag.attributes()) {
            Optional<String> value = attribute.name().equals("style") ? tag.value(attribute) : Optional.empty();
            if (value.isPresent() && value.get().contains("--")) {
                return Css.declarations(value.get());
            }
        }
        return List.of();
    }

    private void write() {
        XmlScanner scanner = new XmlScanner(document);
        while (scanner.next()) {
            Scope scope = scopes.element();
            switch (scanner.kind()) {
                case START -> start(scanner, scope);
                case TEXT, CDATA -> characters(scanner, scope);
                case END -> {
                    if (scopes.size() > 1) {
                        scopes.pop();
                    }
                    copy(scanner);
                }
                case OTHER -> copy(scanner);
            }
        }
    }

    private void copy(XmlScanner scanner) {
        out.append(document, scanner.from(), scanner.to());
    }

    private void start(XmlScanner tag, Scope outer) {
        String name = tag.name();
        textPath |= name.equals("textPath");
        CssVariables variables = outer.variables();
        if (!isPlain) {
            boolean isRoot = scopes.size() == 1;
            List<Css.Declaration> own = isRoot || !variables.canNest() ? List.of() : ownVariables(tag);
            if (!own.isEmpty()) {
                variables = new CssVariables(variables);
                variables.add(own);
            }
            attributes(tag, outer.inner(), variables);
        } else {
            copy(tag);
        }
        if (!tag.isEmpty()) {
            scopes.push(inside(name, outer, variables));
        }
    }

    private Scope inside(String name, Scope outer, CssVariables variables) {
        boolean viewport = scopes.size() > 1 && (name.equals("svg") || name.equals("symbol"));
        boolean text = switch (name) {
            case "text" -> true;
            case "title", "desc", "metadata", "style", "script" -> false;
            default -> outer.text();
        };
        return new Scope(name.equals("style"), text, outer.inner() || viewport, variables);
    }

    private void attributes(XmlScanner tag, boolean inner, CssVariables variables) {
        Map<String, String> changed = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        List<XmlScanner.Attribute> attributes = tag.attributes();
        for (XmlScanner.Attribute attribute : attributes) {
            Optional<String> value = tag.value(attribute);
            if (value.isPresent()) {
                values.put(attribute.name(), value.get());
                String other = attribute.name().equals("style")
                        ? declarations(value.get(), inner, variables)
                        : resolved(value.get(), variables);
                if (!other.equals(value.get())) {
                    changed.put(attribute.name(), other);
                }
            }
        }
        transform(values, inner).ifPresent(transform -> changed.put("transform", transform));
        int at = tag.from();
        for (XmlScanner.Attribute attribute : attributes) {
            String other = changed.get(attribute.name());
            if (other != null) {
                out.append(document, at, attribute.from()).append(escaped(other));
                at = attribute.to();
            }
        }
        out.append(document, at, tag.to());
    }

    /** Returns the value of {@code transform} with its origin; empty if it stays unchanged, or a style overrides it. */
    private Optional<String> transform(Map<String, String> values, boolean inner) {
        List<Css.Declaration> style = Css.declarations(values.getOrDefault("style", ""));
        if (Css.value(style, "transform").isPresent()) {
            return Optional.empty();
        }
        Optional<String> transform = Optional.ofNullable(values.get("transform"));
        Optional<String> origin =
                Css.value(style, "transform-origin").or(() -> Optional.ofNullable(values.get("transform-origin")));
        return origin(inner).ofAttributes(transform, origin, Css.value(style, "transform-box"));
    }

    /**
     * Returns the origin for an element. In an inner viewport, percentages refer to the size of that viewport, which is
     * not known.
     */
    private TransformOrigin origin(boolean inner) {
        return inner
                ? new TransformOrigin(Double.NaN, Double.NaN)
                : new TransformOrigin(size.viewBox().width(), size.viewBox().height());
    }

    private static String escaped(String value) {
        return XmlText.escaped(value).replace("'", "&apos;");
    }

    private String declarations(String block, boolean inner, CssVariables variables) {
        if (!block.contains(VAR) && !TransformOrigin.isIn(block)) {
            return block;
        }
        List<Css.Declaration> declarations = Css.declarations(block);
        List<Css.Declaration> changed = declarations.stream()
                .map(each -> each.name().startsWith("--")
                        ? each
                        : new Css.Declaration(each.name(), resolved(each.value(), variables)))
                .toList();
        changed = origin(inner).ofDeclarations(changed);
        return changed.equals(declarations) ? block : Css.text(changed);
    }

    private String resolved(String value, CssVariables variables) {
        if (!value.contains(VAR) || out.length() > 2L * document.length() + MOST_ADDED) {
            return value;
        }
        return variables.resolved(value).orElse(value);
    }

    private void characters(XmlScanner scanner, Scope scope) {
        if (scope.style() && !isPlain) {
            changed(
                    scanner,
                    sheet -> Css.withDeclarations(
                            Css.withoutComments(sheet), block -> declarations(block, false, scope.variables())));
        } else if (scope.text()) {
            changed(scanner, this::covered);
        } else {
            copy(scanner);
        }
    }

    private void changed(XmlScanner scanner, UnaryOperator<String> change) {
        Optional<String> text = text(scanner);
        Optional<String> other = text.map(change);
        if (other.isEmpty() || other.equals(text)) {
            copy(scanner);
        } else {
            out.append(XmlText.escaped(other.get()));
        }
    }

    private String covered(String text) {
        if (text.chars().allMatch(each -> each < 0x7F)) {
            return text;
        }
        OptionalInt first = fonts.get().firstMissing(text);
        missing = missing.isPresent() ? missing : first;
        return first.isEmpty() ? text : fonts.get().covered(text);
    }
}
